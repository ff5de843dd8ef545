import { canonicalJson, fold } from '@finsam/kernel';
import { deciderSpec } from '@finsam/kernel/testing';
import type { Layout } from './layout-shape';
import { AdoptLayout, layoutsDecider } from './layouts.decider';
import { LayoutAdopted } from './layouts.events';
import { layoutDecision as decision, smallLayout } from './testing';

const { given } = deciderSpec(layoutsDecider);
const version = (number: number, more: Partial<Layout> = {}) => ({
  layout: { ...smallLayout, version: number, ...more },
  decision,
});
const [first, second] = [LayoutAdopted(version(1)), LayoutAdopted(version(2, { title: 'Resultat' }))];

describe('adopting a layout', () => {
  it('begins with version 1 and goes on one by one', () => {
    given()
      .when(AdoptLayout(version(1)))
      .then(first);
    given(first)
      .when(AdoptLayout(version(2, { title: 'Resultat' })))
      .then(second);
  });

  it('adds nothing when a version is adopted again as it stands, even an older one', () => {
    given(first)
      .when(AdoptLayout(version(1)))
      .thenNothing();
    given(first, second)
      .when(AdoptLayout(version(1)))
      .thenNothing();
  });

  it('never lets a version say something else', () => {
    given(first)
      .when(AdoptLayout(version(1, { unit: 'tkr' })))
      .thenRefused('layout/version-taken');
    given(first, second)
      .when(AdoptLayout(version(1, { unit: 'tkr' })))
      .thenRefused('layout/version-taken');
  });

  it('skips no version', () => {
    given()
      .when(AdoptLayout(version(2)))
      .thenRefused('layout/version-gap');
    given(first)
      .when(AdoptLayout(version(3)))
      .thenRefused('layout/version-gap');
  });

  it('tells layouts apart by their ids, not by the order of their words', () => {
    expect(layoutsDecider.stream(AdoptLayout(version(1)))).toBe('layout-resultatrakning');
    const turned = Object.fromEntries(Object.entries(smallLayout).reverse()) as Layout;
    expect(canonicalJson(turned)).toBe(canonicalJson(smallLayout));
    expect(layoutsDecider.decide(AdoptLayout({ layout: turned, decision }), fold(layoutsDecider, [first]))).toEqual([]);
  });
});
