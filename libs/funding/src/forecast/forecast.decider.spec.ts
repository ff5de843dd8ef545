import { DomainError, fold, ore } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import { facts, forecast, foresee, foreseen, post, posts } from '../testing';
import { forecastDecider, MakeForecast } from './forecast.decider';
import { ForecastMade } from './forecast.events';

const { given } = deciderSpec(forecastDecider);
const others = [post('kansli', 'kostnad', 1)];

it('is made once for each reporting date', () => {
  given().when(foresee('2024-06-30')).then(foreseen('2024-06-30'));
  given(foreseen('2024-06-30')).when(foresee('2024-06-30')).thenNothing();
  given(foreseen('2024-06-30')).when(foresee('2024-08-31')).then(foreseen('2024-08-31'));
});

it('is replaced by a later one for the same date, and remembers those of other dates', () => {
  const past = [foreseen('2024-06-30'), foreseen('2024-08-31'), foreseen('2024-06-30', others)] as const;
  given(...past)
    .when(foresee('2024-06-30', others))
    .thenNothing();
  given(...past)
    .when(foresee('2024-08-31'))
    .thenNothing();
  given(...past)
    .when(foresee('2024-06-30'))
    .then(foreseen('2024-06-30'));
});

it('belongs to a day of the year that it is for', () => {
  for (const inside of ['2024-01-01', '2024-12-31']) given().when(foresee(inside)).then(foreseen(inside));
  for (const outside of ['2023-12-31', '2025-01-01']) {
    given().when(foresee(outside)).thenRefused('funding/date-outside-year');
    try {
      forecastDecider.decide(foresee(outside), fold(forecastDecider, []));
    } catch (error) {
      expect((error as DomainError).details.pointer).toBe('/asOf');
    }
  }
});

it('has posts like a budget', () => {
  given()
    .when(foresee('2024-06-30', [...posts, posts[0]!]))
    .thenRefused('funding/post-twice');
  given()
    .when(foresee('2024-06-30', [post('kansli', 'bidrag', 1, 'norrby')]))
    .thenRefused('funding/unknown-member');
  expect(MakeForecast.schema.safeParse({ ...forecast('2024-06-30', []), facts }).success).toBe(false);
});

describe('a derived post', () => {
  const derived = (changes: object) => {
    const posts = [{ ...others[0]!, method: 'rak-linje' as const, derivedOre: ore(1), ...changes }];
    return { asked: MakeForecast({ ...forecast('2024-06-30', posts), facts }), posts };
  };

  it('says by which method, and may stand as it was derived', () => {
    const { asked, posts } = derived({});
    given()
      .when(asked)
      .then(ForecastMade(forecast('2024-06-30', posts)));
  });

  it('is overridden with a reason only', () => {
    for (const other of [0, 2]) {
      given()
        .when(derived({ derivedOre: ore(other) }).asked)
        .thenRefused('funding/reason-missing');
    }
    const { asked, posts } = derived({ derivedOre: ore(2), reason: 'Ny hyra från juli' });
    given()
      .when(asked)
      .then(ForecastMade(forecast('2024-06-30', posts)));
  });

  it('shows what the method gave', () => {
    given()
      .when(derived({ derivedOre: undefined }).asked)
      .thenRefused('funding/derived-missing');
    const { asked, posts } = derived({ derivedOre: undefined, method: 'angiven' });
    given()
      .when(asked)
      .then(ForecastMade(forecast('2024-06-30', posts)));
  });

  it('says nothing of a person in its reason', () => {
    const accepts = (reason: string) => MakeForecast.schema.safeParse(derived({ reason }).asked.data).success;
    expect(['Vakans till oktober', '121212-1212 slutar'].map(accepts)).toEqual([true, false]);
  });

  it('points at the field that lacks', () => {
    for (const [changes, pointer] of [
      [{ derivedOre: ore(2) }, '/posts/0/reason'],
      [{ derivedOre: undefined }, '/posts/0/derivedOre'],
    ] as const) {
      try {
        forecastDecider.decide(derived(changes).asked, forecastDecider.initialState());
        throw new Error('was not refused');
      } catch (error) {
        expect((error as DomainError).details.pointer).toBe(pointer);
      }
    }
  });
});

it('is an estimate, so it cites no decision', () => {
  const decision = { body: 'styrelse', on: '2024-08-30', paragraph: '1' };
  expect(MakeForecast.schema.safeParse({ ...forecast('2024-06-30'), facts, decision }).success).toBe(false);
});

it('has a stream for each year', () => {
  expect(forecastDecider.stream(foresee('2024-06-30'))).toBe('forecast-2024');
});
