import { organisationNumberSchema } from './organisation-number';

const accepts = (text: string) => organisationNumberSchema.safeParse(text).success;

describe('an organisation number', () => {
  it('is six digits, a hyphen and four', () => {
    expect(accepts('222000-0000')).toBe(true);
    expect(accepts('2220000000')).toBe(false);
    expect(accepts('16222000-0000')).toBe(false);
    expect(accepts(' 222000-0000')).toBe(false);
  });

  it('has a check digit that follows from the others', () => {
    // 2×2 2 2×2 0 0 0 0 0 1×2: 4 + 2 + 4 + 2 = 12, so the last digit is 8.
    expect(accepts('222000-0018')).toBe(true);
    for (const wrong of '012345679') expect(accepts(`222000-001${wrong}`)).toBe(false);
  });

  it('adds the digits of a product above nine', () => {
    // 9×2 = 18 weighs 9: 4 + 2 + 4 + 9 = 19, so the last digit is 1.
    expect(accepts('222000-0091')).toBe(true);
    expect(accepts('222000-0090')).toBe(false);
  });

  it('is not the number of a living person, whose month begins with 0 or 1', () => {
    // 1990-01-01 and 1990-12-01 with right check digits.
    expect(accepts('900101-0017')).toBe(false);
    expect(accepts('901201-0014')).toBe(false);
  });
});
