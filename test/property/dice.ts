import fc from 'fast-check';

/** Choices one after the other, each drawn by fast-check, so that its seed and path give the same ones again. */
export class Dice {
  constructor(private readonly draw: fc.GeneratorValue) {}

  /** A whole number from 0 on, below this one. */
  below(limit: number): number {
    return this.draw(fc.nat, { max: limit - 1 });
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  /** Different ones among the values, so many at most, in any order. */
  several<T>(values: readonly T[], most: number): T[] {
    const left = [...values];
    const chosen: T[] = [];
    for (let wanted = this.between(1, most); wanted > 0 && left.length; wanted--)
      chosen.push(...left.splice(this.below(left.length), 1));
    return chosen;
  }
}
