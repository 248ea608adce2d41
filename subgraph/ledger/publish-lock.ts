/** The advisory lock of the whole hub: held alone while a batch is published, shared by who needs that none is. */
export const PUBLISH_LOCK = `hashtextextended('hub publish', 0)`;
