/** What an XLSX may cost: more is refused, since no table of a department comes near and a hostile file has no end. */

/** Bytes of XML in the parts that are read; a sheet of 20 million cells has as many. */
export const INFLATED_AT_MOST = 1024 * 1024 * 1024;

/** Cells, counting the blank ones before the last of each row. */
export const CELLS_AT_MOST = 20_000_000;

/** Parts of the container. */
export const PARTS_AT_MOST = 10_000;

/** Seconds of the worker's own time; 10 million cells take some 15. */
export const SECONDS_AT_MOST = 60;

/** Memory of the worker's heap, which holds the shared strings. */
export const MEGABYTES_AT_MOST = 1024;

/** Of an Excel sheet. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
