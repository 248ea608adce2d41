import type { Standing } from '../check/standing.js';

/** A purchase of the sample city that no rule complains of, with its one award and one contract. */
export interface Purchase {
  readonly ocid: string;
  readonly tender: string;
  readonly award: string;
  readonly contract: string;
}

/** Hands out clean purchases, each once, so that many changes can be judged together. */
export class CleanPurchases {
  readonly #left: Purchase[];

  private constructor(left: Purchase[]) {
    this.#left = left;
  }

  /** `where` is over process `p`, tender `t`, award `a`, contract `c`; `spoilt` are the processes with findings. */
  static async of({ client }: Standing, spoilt: ReadonlySet<string>, where: string): Promise<CleanPurchases> {
    const { rows } = await client.query<Purchase>(
      `select p.ocid, t.id tender, a.id award, c.id contract from procurement.contracting_process p
       join procurement.tender t on t.ocid = p.ocid join procurement.award a on a.ocid = p.ocid
       join procurement.contract c on c.award_id = a.id
       where not (p.ocid = any($1)) and a.lot_id is null and a.price_form = 'AMOUNT' and p.main_procurement_category <> 'WORKS'
         and not exists (select from procurement.award o where o.ocid = p.ocid and o.id <> a.id)
         and not exists (select from procurement.amendment o where o.ocid = p.ocid)
         and (select min(m.paid_on) from procurement.contract_transaction m where m.contract_id = c.id) > a.awarded_on + 35
         and (select count(*) from procurement.bid b where b.ocid = p.ocid) >= 3
         and (select count(*) from procurement.bid_tenderer b where b.ocid = p.ocid) = (select count(*) from procurement.bid b where b.ocid = p.ocid)
         and c.amount + 10 < t.ceiling_amount and ${where}
       order by p.ocid`,
      [[...spoilt]],
    );
    return new CleanPurchases(rows);
  }

  take(): Purchase {
    const next = this.#left.shift();
    if (!next) throw new Error('the sample city has too few clean purchases for these changes');
    return next;
  }
}
