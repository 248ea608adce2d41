/** The gateway's constructor reports to its maker every hour unless this is set before it runs. */
export function switchTelemetryOff(): void {
  // oxlint-disable-next-line node/no-process-env -- written, not read: the library looks nowhere else
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
}
