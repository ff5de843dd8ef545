// Where a decision stands, as a sentence cites it.
import type { DecisionRef } from '@finsam/kernel';

const BODIES = { styrelse: 'styrelsen', presidium: 'presidiet', chef: 'förbundschefen' } as const;

/** `styrelsen 2024-08-30, § 12, dnr 2024:01/7` */
export function decisionText({ body, on, paragraph, dnr }: DecisionRef): string {
  return `${BODIES[body]} ${on}, § ${paragraph}${dnr === undefined ? '' : `, dnr ${dnr}`}`;
}
