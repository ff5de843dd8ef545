import { deciderSpec, projectionSpec } from '@finsam/kernel/testing';
import { AdoptSieMapping, refuse, sieMappingDecider } from './sie-mapping.decider';
import { type SieMapping, SieMappingAdopted } from './sie-mapping.events';
import { sieMappings } from './sie-mapping.projection';

const objects = [{ object: 'STEGEN', code: 'stegen' }];
const mapping: SieMapping = {
  dimensions: [{ dimension: 6, to: 'activity', objects, others: 'unmapped' }],
  accounts: [{ from: 3500, to: 3599, activity: 'bidrag' }],
};
const spec = deciderSpec(sieMappingDecider);

it('is adopted whole, and the newest holds', () => {
  spec.given().when(AdoptSieMapping(mapping)).then(SieMappingAdopted(mapping));
  const other = { ...mapping, accounts: [] };
  spec.given(SieMappingAdopted(mapping)).when(AdoptSieMapping(other)).then(SieMappingAdopted(other));
  projectionSpec(sieMappings).given(SieMappingAdopted(mapping), SieMappingAdopted(other)).then(other);
});

it('is not adopted again when nothing is other', () => {
  spec.given(SieMappingAdopted(mapping)).when(AdoptSieMapping(mapping)).thenNothing();
});

it('says one thing of each dimension, object and account', () => {
  const twice = { ...mapping, dimensions: [...mapping.dimensions, ...mapping.dimensions] };
  spec.given().when(AdoptSieMapping(twice)).thenRefused('sie/dimension-twice');
  const again = { ...mapping, dimensions: [{ ...mapping.dimensions[0]!, objects: [...objects, ...objects] }] };
  spec.given().when(AdoptSieMapping(again)).thenRefused('sie/object-twice');
  const overlap = { ...mapping, accounts: [...mapping.accounts, { from: 3599, to: 3600 }] };
  spec.given().when(AdoptSieMapping(overlap)).thenRefused('sie/ranges-overlap');
  const beside = { ...mapping, accounts: [...mapping.accounts, { from: 3600, to: 3600 }] };
  spec.given().when(AdoptSieMapping(beside)).then(SieMappingAdopted(beside));
  expect(refuse('sie/ranges-overlap', { from: 1, to: 2 }).message).toBe('Kontona 1–2 står i två intervall.');
});

it('does not take employees: they are people', () => {
  const people = { ...mapping, dimensions: [{ ...mapping.dimensions[0]!, dimension: 7 }] };
  expect(AdoptSieMapping.schema.safeParse(people).success).toBe(false);
});
