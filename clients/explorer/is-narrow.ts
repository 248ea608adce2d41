/** True on a telephone, where the list of examples and the editor do not fit beside each other. */
export const isNarrow = (): boolean => window.matchMedia('(max-width: 760px)').matches;
