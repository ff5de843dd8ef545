// A report while it is being read: its form as far as it has come, and from which cell each part of it was read.
import type { Line, Spot } from '../lines';
import type { FormInput, TableInput } from './expressions';

type Relation = NonNullable<FormInput['relations']>[number];
type Claim = NonNullable<FormInput['claims']>[number];
type Path = readonly (string | number)[];

export class TypedReport {
  title = '';
  readonly tables = new Map<string, TableInput>();
  readonly relations: Relation[] = [];
  readonly claims: Claim[] = [];
  private readonly origins = new Map<string, Spot>();

  /** Says where a part of the form stands in the file. */
  note(path: Path, line: Line, column?: number): void {
    this.origins.set(path.join('/'), { line, column });
  }

  /** Where a part of the form, or the nearest thing around it, was read. */
  originOf(path: readonly PropertyKey[]): Spot | undefined {
    for (let length = path.length; length > 0; length--) {
      const spot = this.origins.get(path.slice(0, length).map(String).join('/'));
      if (spot) return spot;
    }
    return undefined;
  }

  form(): FormInput {
    const { title, relations, claims } = this;
    return { title, tables: [...this.tables.values()], relations, claims };
  }
}
