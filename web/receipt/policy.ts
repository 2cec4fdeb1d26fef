// SPDX-License-Identifier: Apache-2.0
// Whom the reader trusts (C2SP tlog-policy): logs, witnesses, groups, and the quorum that must have signed.
import { equal } from "./bytes.ts";
import { checkNote, keyOf, type NoteKey, type Use } from "./keys.ts";
import type { Note } from "./note.ts";
import { Refused } from "./problem.ts";

export interface Policy {
  logs: NoteKey[];
  witnesses: { name: string; key: NoteKey }[];
  groups: { name: string; threshold: number; members: string[] }[];
  quorum: string | null; // null: no witness is asked for
}

/** Takes statements one after the other; throws the reason where one is wrong. */
class PolicyReader {
  readonly policy: Policy = { logs: [], witnesses: [], groups: [], quorum: null };
  hasQuorum = false;
  private readonly isInGroup = new Map<string, boolean>();

  read(line: string): void {
    const words = line.split(/[ \t]+/).filter((word) => word !== "");
    if (words.length === 0) return;
    if (this.hasQuorum) throw new Error("something after quorum");
    const [verb, ...rest] = words as [string, ...string[]];
    if (verb === "log" && rest.length === 1) return this.readLog(rest[0] as string);
    if (verb === "witness" && rest.length === 2) return this.readWitness(rest[0] as string, rest[1] as string);
    if (verb === "group" && rest.length >= 3) return this.readGroup(rest[0] as string, rest[1] as string, rest.slice(2));
    if (verb === "quorum" && rest.length === 1) return this.readQuorum(rest[0] as string);
    throw new Error("not a statement: log VKEY, witness NAME VKEY, group NAME all|any|K MEMBER…, quorum NAME|none");
  }

  private static key(text: string, use: Use): NoteKey {
    const key = keyOf(text);
    if (typeof key === "string") throw new Error(key);
    if (key.use !== use) throw new Error(use === "log" ? "a witness's key, not a log's" : "a log's key, not a witness's");
    return key;
  }

  private addName(name: string): void {
    if (name === "none" || this.isInGroup.has(name)) throw new Error("a name that is there already");
    this.isInGroup.set(name, false);
  }

  private readLog(text: string): void {
    const key = PolicyReader.key(text, "log");
    if (this.policy.logs.some((other) => other.name === key.name && equal(other.bytes, key.bytes))) {
      throw new Error("a log that is there already");
    }
    this.policy.logs.push(key);
  }

  private readWitness(name: string, text: string): void {
    const key = PolicyReader.key(text, "witness");
    if (this.policy.witnesses.some((other) => equal(other.key.bytes, key.bytes))) {
      throw new Error("a key that another witness has already");
    }
    this.addName(name);
    this.policy.witnesses.push({ name, key });
  }

  private readGroup(name: string, word: string, members: string[]): void {
    for (const member of members) {
      const taken = this.isInGroup.get(member);
      if (taken === undefined) throw new Error("a member that does not stand before the group");
      if (taken) throw new Error("a member that is in a group already");
      this.isInGroup.set(member, true);
    }
    const threshold = word === "all" ? members.length : word === "any" ? 1 : /^[1-9][0-9]{0,8}$/.test(word) ? Number(word) : 0;
    if (threshold < 1 || threshold > members.length) throw new Error("neither all nor any nor a number from 1 to the members");
    this.addName(name);
    this.policy.groups.push({ name, threshold, members });
  }

  private readQuorum(name: string): void {
    if (name !== "none" && !this.isInGroup.has(name)) throw new Error("a quorum that is nobody's name");
    this.hasQuorum = true;
    this.policy.quorum = name === "none" ? null : name;
  }
}

/** SEAL-104 with the line where the file is none. */
export function policyOf(file: string): Policy {
  const reader = new PolicyReader();
  const lines = file.split("\n");
  if (lines[lines.length - 1] === "") lines.pop();
  lines.forEach((line, index) => {
    try {
      reader.read((line.endsWith("\r") ? line.slice(0, -1) : line).split("#")[0] ?? "");
    } catch (error) {
      throw new Refused("SEAL-104", `row ${index + 1}: ${(error as Error).message}`);
    }
  });
  if (!reader.hasQuorum) throw new Refused("SEAL-104", `row ${lines.length}: no quorum; "quorum none" where no witness is asked for`);
  return reader.policy;
}

export interface Trust {
  log: NoteKey | null;
  wrong: string[];
  witnesses: { name: string; time: number }[];
  hasQuorum: boolean;
}

function isReached(policy: Policy, signers: string[]): boolean {
  if (policy.quorum === null) return true;
  const reached = new Set(signers);
  for (const group of policy.groups) {
    if (group.members.filter((member) => reached.has(member)).length >= group.threshold) reached.add(group.name);
  }
  return reached.has(policy.quorum);
}

/** Only logs whose name is the origin count, and only witnesses of that log's algorithm. */
export function checkTrust(note: Note, origin: string, policy: Policy): Trust {
  const trust: Trust = { log: null, wrong: [], witnesses: [], hasQuorum: false };
  for (const log of policy.logs) {
    const { verdict } = checkNote(note, log);
    if (verdict === "bad") trust.wrong.push(log.name);
    if (verdict === "good" && log.name === origin && trust.log === null) trust.log = log;
  }
  for (const witness of policy.witnesses) {
    const { verdict, time } = checkNote(note, witness.key);
    if (verdict === "bad") trust.wrong.push(witness.name);
    if (verdict !== "good" || (trust.log !== null && witness.key.algorithm !== trust.log.algorithm)) continue;
    trust.witnesses.push({ name: witness.name, time });
  }
  trust.hasQuorum = isReached(policy, trust.witnesses.map((witness) => witness.name));
  return trust;
}
