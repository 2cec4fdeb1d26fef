// SPDX-License-Identifier: Apache-2.0
// Why something is refused: the codes and sentences of docs/OUTCOMES.md that this page can say.

export type Code = "SEAL-101" | "SEAL-102" | "SEAL-103" | "SEAL-104" | "SEAL-105" | "SEAL-112" | "SEAL-113";

interface Words {
  zh: string;
  en: string;
  remedyZh: string;
  remedyEn: string;
}

export const kWords: Record<Code, Words> = {
  "SEAL-101": {
    zh: "不是签名文书（signed note）",
    en: "this is no signed note",
    remedyZh: "请取原文件，不要用会改动换行或字符的程序打开保存",
    remedyEn: "take the original file; programs that change line ends or characters spoil it",
  },
  "SEAL-102": {
    zh: "不是公钥文本（名称+编号+密钥）",
    en: "this is no public key of the form NAME+ID+KEY",
    remedyZh: "请整行复制公钥文本，勿增删字符",
    remedyEn: "copy the whole line, changing nothing",
  },
  "SEAL-103": {
    zh: "签名的内容不是检查点",
    en: "what is signed is no checkpoint",
    remedyZh: "请取出具方给出的原文件",
    remedyEn: "take the original file from whoever issued it",
  },
  "SEAL-104": {
    zh: "信任策略文件有误",
    en: "the trust policy cannot be used",
    remedyZh: "请改正所指的行",
    remedyEn: "correct the line that is named",
  },
  "SEAL-105": {
    zh: "不是收据证明文件",
    en: "this is no proof of a record",
    remedyZh: "请取出具方给出的原文件",
    remedyEn: "take the original file from whoever issued it",
  },
  "SEAL-112": {
    zh: "证明不成立：记录或分录不在检查点所说的账里",
    en: "the proof fails: record or line is not in the checkpoint's history",
    remedyZh: "请勿相信这份收据，向审计部门反映",
    remedyEn: "do not trust this receipt; tell the auditor",
  },
  "SEAL-113": {
    zh: "检查点上没有信任策略所要求的签名",
    en: "the checkpoint lacks the signatures that the policy asks for",
    remedyZh: "请向出具方索取经见证的检查点，或核对信任策略",
    remedyEn: "ask for a cosigned checkpoint, or check the policy",
  },
};

/** A refusal: its code, and where or why in few words. */
export class Refused extends Error {
  constructor(
    readonly code: Code,
    readonly detail: string,
  ) {
    super(`${code} ${detail}`);
  }
}

/** What is wrong with a receipt's own form. */
export function refusedProof(detail: string): never {
  throw new Refused("SEAL-105", detail);
}
