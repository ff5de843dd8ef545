import { DomainError, fold } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import { facts, forecast, foresee, foreseen, post, posts } from '../testing';
import { forecastDecider, MakeForecast } from './forecast.decider';

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

it('is an estimate, so it cites no decision', () => {
  const decision = { body: 'styrelse', on: '2024-08-30', paragraph: '1' };
  expect(MakeForecast.schema.safeParse({ ...forecast('2024-06-30'), facts, decision }).success).toBe(false);
});

it('has a stream for each year', () => {
  expect(forecastDecider.stream(foresee('2024-06-30'))).toBe('forecast-2024');
});
