import { at } from '../../calendar.js';
import { type Contract, type Lot, type Process, paymentAmounts } from '../process.js';
import type { PartyBook } from './parties.js';
import { awardId, document, firmsOf, item } from './pieces.js';
import { value } from './value.js';

/** Something published about a contract on a day. */
export interface Step {
  readonly day: string;
  readonly tag: 'contract' | 'contractAmendment' | 'implementation';
  readonly parts: () => object;
}

/** 合同公告, 合同变更, and each payment, of one lot. */
export function performed(process: Process, lot: Lot, serial: number, book: PartyBook): Step[] {
  const { contract, winner } = lot;
  if (!contract || !winner) return [];
  const of = (parts: object): object => ({
    contracts: [{ id: contract.no, awardID: awardId(process, serial), ...parts }],
  });
  const amounts = paymentAmounts(contract);
  const isPaidUp = contract.payments.at(-1)?.upTo === 1;
  let before = contract.base;
  return [
    { day: contract.publishedOn, tag: 'contract', parts: () => of(signed(process, lot, contract, book)) },
    ...contract.changes.map((change): Step => {
      const [from, to] = [before, before + change.delta];
      before = to;
      const amendment = {
        id: change.id,
        date: at(change.on, '12:00'),
        rationale: change.reason,
        description: `${change.kind}${change.approvalNo === '' ? '' : `，批复文号${change.approvalNo}`}`,
        amountBefore: value(from),
        amountAfter: value(to),
      };
      return { day: change.on, tag: 'contractAmendment', parts: () => of({ amendments: [amendment] }) };
    }),
    ...contract.payments.map((payment, index): Step => {
      const isLast = isPaidUp && index === contract.payments.length - 1;
      const parts = () => ({
        ...(isLast ? { status: 'terminated' } : {}),
        implementation: { transactions: [transaction(process, lot, contract, index, amounts[index] ?? 0, book)] },
      });
      return { day: payment.on, tag: 'implementation', parts: () => of(parts()) };
    }),
  ];
}

function signed(process: Process, lot: Lot, contract: Contract, book: PartyBook): object {
  const winner = lot.winner;
  const firms = winner ? firmsOf(winner) : [];
  const notice = document(process, contract.no, 'contractNotice', '合同公告', contract.publishedOn);
  return {
    title: `${lot.title}合同`,
    status: 'active',
    dateSigned: at(contract.signedOn, '15:00'),
    period: {
      startDate: at(contract.start, '00:00'),
      endDate: at(contract.end, '00:00'),
    },
    ...(contract.amount === null
      ? {
          priceForm: 'RATE',
          priceText: winner?.rate,
        }
      : { value: value(contract.amount) }),
    suppliers: firms.map((firm) => book.refer(firm, 'supplier')),
    items: lot.lines.map((line) => item(lot, line, process.byRate ? null : winner)),
    documents: [notice],
  };
}

function transaction(process: Process, lot: Lot, contract: Contract, index: number, amount: number, book: PartyBook) {
  const { on } = contract.payments[index] ?? { on: contract.signedOn };
  const payee = lot.winner?.lead;
  return {
    id: `${contract.no}-ZF${index + 1}`,
    source: `urn:cn-349900:treasury-voucher:${contract.no}-ZF${index + 1}`,
    date: at(on, '18:00'),
    value: value(amount),
    payer: book.refer(process.payerOn(on), 'payer'),
    ...(payee ? { payee: book.refer(payee, 'payee') } : {}),
  };
}
