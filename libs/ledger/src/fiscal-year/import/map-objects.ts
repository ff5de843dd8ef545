// The other system's objects in our codes, by the association's mapping; what it does not name keeps a code of its own.
import { codeSchema, slugify } from '@finsam/kernel';
import type { Findings } from '../../sie/findings';
import { type SieObject, objectKey } from '../../sie/model';
import type { SieMapping } from '../../sie-mapping/sie-mapping.events';

/** SIE's dimension of employees: people, who have no place in the books here. */
const EMPLOYEES = 7;

type Codes = Readonly<Record<string, string>>;

export class ObjectMapping {
  /** By SIE's number: what the dimension becomes, and its objects. */
  private readonly dimensions: ReadonlyMap<number, Dimension>;
  private readonly mapped = new Map<string, readonly [dimension: string, code: string] | null>();
  /** Activities that objects became, by code, with the object's key. */
  readonly activities = new Map<string, string>();

  constructor(
    private readonly mapping: SieMapping,
    private readonly members: ReadonlySet<string>,
    private readonly findings: Findings,
  ) {
    this.dimensions = new Map(
      mapping.dimensions.map(({ dimension, to, objects, others }) => [
        dimension,
        { to, others, codes: new Map(objects.map(({ object, code }) => [object, code])) },
      ]),
    );
  }

  /** An object says more than the range that the account lies in. */
  codesOf(account: number, objects: readonly SieObject[]): Codes {
    const { activity, member } = this.mapping.accounts.find(({ from, to }) => from <= account && account <= to) ?? {};
    const codes: Record<string, string> = {};
    if (activity !== undefined) codes['activity'] = this.used(activity, '');
    if (member !== undefined && this.isMember(member)) codes['member'] = member;
    for (const object of objects) {
      const mapped = this.mappedOnce(object);
      if (mapped) codes[mapped[0]] = mapped[1];
    }
    return codes;
  }

  private mappedOnce(object: SieObject): readonly [string, string] | null {
    const key = objectKey(object);
    const known = this.mapped.get(key);
    if (known !== undefined) return known;
    const mapped = this.map(object, key);
    this.mapped.set(key, mapped);
    return mapped;
  }

  private map(object: SieObject, key: string): readonly [string, string] | null {
    if (object.dimension === EMPLOYEES) {
      this.findings.add('left-out-person', null, String(EMPLOYEES));
      return null;
    }
    const dimension = this.dimensions.get(object.dimension);
    const code = dimension && codeOf(dimension, object.code);
    if (dimension && code !== undefined && (dimension.to !== 'member' || this.isMember(code))) {
      return [dimension.to, dimension.to === 'activity' ? this.used(code, key) : code];
    }
    this.findings.add('unmapped-object', null, key);
    return [`sie-${object.dimension}`, slugify(object.code) || 'utan-kod'];
  }

  private used(activity: string, key: string): string {
    if (!this.activities.has(activity) || key !== '') this.activities.set(activity, key);
    return activity;
  }

  private isMember(code: string): boolean {
    if (this.members.has(code)) return true;
    this.findings.add('unknown-member', null, code);
    return false;
  }
}

interface Dimension {
  readonly to: string;
  readonly others: 'same' | 'unmapped';
  readonly codes: ReadonlyMap<string, string>;
}

function codeOf({ codes, others }: Dimension, object: string): string | undefined {
  const named = codes.get(object);
  if (named !== undefined || others === 'unmapped') return named;
  const same = slugify(object);
  return codeSchema.safeParse(same).success ? same : undefined;
}
