/** Seeds of the further sample cities a test loads: `npm run test:cities` names more than every run can afford. */
export const sampleSeeds = (usual: number): number[] =>
  (process.env['SAMPLE_SEEDS'] ?? String(usual)).split(',').map(Number);
