// @NOTE The gateway's constructor reports to its maker every hour unless this is set before it runs.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

export {};
