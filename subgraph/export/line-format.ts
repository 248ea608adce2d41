/** How the rows of an export become lines. */
export interface LineFormat {
  readonly contentType: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  /** What stands before the first row; may be empty. */
  readonly head: string;
  /** A row, given as the JSON text that a query would answer, with its line end; `cursor` where it is a column. */
  line(json: string, cursor: string | undefined): string;
  /** What stands after the last row; may be empty. */
  end(rows: number, cursor: string | undefined): string;
}
