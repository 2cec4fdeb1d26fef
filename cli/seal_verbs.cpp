// SPDX-License-Identifier: Apache-2.0
// Keys and checkpoints.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/record_members.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/published.h"
#include "cli/seal_files.h"
#include "cli/secret.h"
#include "cli/verb.h"
#include "service/sealing/air_gap.h"
#include "service/sealing/checkpoints.h"

namespace mingzhang::cli {
namespace {

int create_key_file(Desk& desk, const Values& values) {
  const std::string path = values.text("--out");
  const std::optional<std::string> passphrase = read_passphrase(desk, values);
  if (!passphrase) return kNotFound;
  const Result<service::NewKey, service::Refusal> key = service::create_key(values.text("--algorithm"), *passphrase);
  if (!key) return desk.output().refuse(key.error());
  if (!write_secret_file(path, key->private_pem)) return refuse_file(desk, path);
  const std::string public_path = path + ".pub";
  if (!write_file(public_path, [&](const WritePiece& write) { write(key->public_pem); return true; })) return refuse_file(desk, public_path);
  desk.output().note("私钥（已加密，妥善保管，另存备份）private key, encrypted: " + plain(path));
  desk.output().note("公钥 public key: " + plain(public_path));
  return show_text(desk, "public_key", key->public_pem);
}

int show_key_text(Desk& desk, const Values& values) {
  const std::optional<std::string> pem = read_file_or_refuse(desk, values.text("FILE"));
  return pem ? show_text(desk, "key", service::show_key(*pem, values.text("--name"), values.text("--use"))) : kNotFound;
}

int add_key(Desk& desk, const Values& values) { return desk.submit(service::add_log_key(values.text("KEY"), values.text("--reason"))); }
int end_key(Desk& desk, const Values& values) { return desk.submit(service::end_log_key(values.text("KEY"), values.text("--reason"))); }
int list_keys(Desk& desk, const Values&) { return show_list(desk, service::list_log_keys); }
int list_all_checkpoints(Desk& desk, const Values&) { return show_list(desk, service::list_checkpoints); }

int restore_log(Desk& desk, const Values& values) {
  const std::vector<std::string> published = published_notes(values.text("--publish"));
  std::vector<std::string> lost;
  {
    const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
    if (!opened) return desk.exit_code();
    Result<std::vector<std::string>, service::Refusal> found = service::lost_checkpoints(desk.place(*opened), published);
    if (!found) return desk.output().refuse(found.error());
    lost = std::move(found).value();
  }
  return desk.submit(service::restore_log(std::move(lost), values.text("--reason")));
}

int show_checkpoints(Desk& desk, const std::vector<audit::StoredCheckpoint>& checkpoints) {
  if (!desk.output().is_json()) {
    std::string text;
    for (const audit::StoredCheckpoint& one : checkpoints) text += (text.empty() ? "" : "\n") + one.note;
    return desk.show(service::TextResult(std::move(text)));
  }
  JsonWriter writer;
  writer.begin_object();
  writer.key("checkpoints");
  writer.begin_array();
  for (const audit::StoredCheckpoint& one : checkpoints) {
    writer.begin_object();
    write_lines(writer, "note", one.note);
    writer.key("size");
    writer.integer(one.size);
    write_text(writer, "suite", audit::suite_name(one.suite));
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return desk.show(service::TextResult(writer.take()));
}

/// Puts new checkpoints into --publish and shows them.
int publish(Desk& desk, const std::string& folder, const service::CheckpointsResult& made) {
  if (!made) return desk.output().refuse(made.error());
  if (const std::optional<int> refused = put_into_folder(desk, folder, *made)) return *refused;
  return show_checkpoints(desk, *made);
}

/// With --dry-run: what would be signed.
int show_unsigned(Desk& desk, const std::string& folder) {
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  const auto proven = service::prove_checkpoints(desk.place(*opened), published_notes(folder));
  if (!proven) return desk.output().refuse(proven.error());
  std::string text;
  for (const service::ProvenCheckpoint& one : *proven) text += one.text + "\n";
  return show_text(desk, "unsigned", text);
}

int make_checkpoint(Desk& desk, const Values& values) {
  const std::string folder = values.text("--publish");
  if (desk.options().is_dry_run) return show_unsigned(desk, folder);
  std::optional<service::Signers> signers = read_signers(desk, values);
  if (!signers) return kValidation;
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  return publish(desk, folder, service::make_checkpoints(desk.place(*open), *signers, published_notes(folder)));
}

/// Writes a request for each suite: PREFIX.sha256.signreq, PREFIX.sm3.signreq.
int ask_elsewhere(Desk& desk, const Values& values) {
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  const auto requests = service::ask_for_signatures(desk.place(*opened), published_notes(values.text("--publish")), values.text("--purpose"));
  if (!requests) return desk.output().refuse(requests.error());
  std::string names;
  for (const service::SigningRequest& request : *requests) {
    const std::string path = values.text("--out") + "." + std::string(audit::suite_name(request.suite)) + ".signreq";
    if (!write_file(path, [&](const WritePiece& write) { write(request.bytes); return true; })) return refuse_file(desk, path);
    names += path + "\n";
  }
  return show_text(desk, "files", names);
}

int answer_elsewhere(Desk& desk, const Values& values) {
  const std::optional<std::string> request = read_file_or_refuse(desk, values.text("FILE"));
  if (!request) return kNotFound;
  const service::TextResult summary = service::show_signing_request(*request);
  if (!summary) return desk.output().refuse(summary.error());
  if (values.list("--signer").empty()) return show_text(desk, "request", summary);
  desk.output().note(*summary);
  std::optional<service::Signers> signers = read_signers(desk, values);
  if (!signers) return kValidation;
  return give_file(desk, values.text("--out"), "response", service::answer_signing_request(*request, *signers));
}

int accept_elsewhere(Desk& desk, const Values& values) {
  const std::optional<std::string> request = read_file_or_refuse(desk, values.text("REQUEST"));
  const std::optional<std::string> response = request ? read_file_or_refuse(desk, values.text("RESPONSE")) : std::nullopt;
  if (!response) return kNotFound;
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  return publish(desk, values.text("--publish"), service::accept_signatures(desk.place(*open), *request, *response));
}

int show_checkpoint(Desk& desk, const Values& values) {
  const std::optional<service::CheckpointChoice> choice = chosen_checkpoint(desk, values);
  if (!choice) return kValidation;
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  return give_file(desk, values.text("--out"), "note", service::checkpoint_note(desk.place(*opened), *choice));
}

int question_authority(Desk& desk, const Values& values) {
  const std::optional<service::CheckpointChoice> choice = chosen_checkpoint(desk, values);
  if (!choice) return kValidation;
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  const service::TextResult question = service::stamp_question(desk.place(*opened), *choice);
  return question ? give_file(desk, values.text("--out"), "question", question) : desk.output().refuse(question.error());
}

int request_witness(Desk& desk, const Values& values) {
  const std::optional<service::CheckpointChoice> choice = chosen_checkpoint(desk, values);
  if (!choice) return kValidation;
  const std::optional<std::int64_t> seen = count_of(desk, values, "--seen");
  if (!seen) return kValidation;
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  return give_file(desk, values.text("--out"), "request", service::witness_request(desk.place(*opened), *choice, *seen));
}

int take_cosignature(Desk& desk, const Values& values) {
  const std::optional<std::string> note = read_file_or_refuse(desk, values.text("FILE"));
  const std::optional<std::string> policy = note ? read_file_or_refuse(desk, values.text("--policy")) : std::nullopt;
  if (!policy) return kNotFound;
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  const service::CheckpointsResult taken = service::add_cosignatures(desk.place(*open), *note, *policy);
  return taken ? show_checkpoints(desk, *taken) : desk.output().refuse(taken.error());
}

std::vector<OptionSpec> checkpoint_options(std::vector<OptionSpec> more) {
  more.push_back(optional_option("--suite", "SUITE", "sha256（默认）或 sm3 sha256, the default, or sm3"));
  more.push_back(optional_option("--size", "N", "记录数（默认最新） number of records; the latest by default"));
  more.push_back(optional_option("--out", "FILE", "写入文件，不写则输出 file to write"));
  return more;
}

std::vector<Verb> key_verbs() {
  return {
      {"key", "create", "生成签名密钥：私钥加密存盘，公钥另存 .pub make a key; the private key is stored encrypted",
       {required_option("--algorithm", "NAME", "ed25519 或 sm2 ed25519 or sm2"), required_option("--out", "FILE", "私钥文件，不得已存在 private key, a new file"),
        passphrase_option()},
       create_key_file},
      {"key", "show", "按用途给出公钥文本（vkey），供登记或信任策略使用 the public key under a name and a use",
       {word_argument("FILE", "公钥文件 .pub"),
        required_option("--name", "NAME", "账的密钥写 单位/ledger/账套/sha256 或 …/sm3；见证方写自己的名称 BUREAU/ledger/BOOK/sha256 or …/sm3 for a log"),
        required_option("--use", "USE", "log 账套签名，witness 见证 log or witness")},
       show_key_text},
      {"key", "add", "登记账套的签名公钥（须两人） add a key to the book; two people",
       {word_argument("KEY", "公钥文本，key show 的输出 what key show gave"), reason_option(true)}, add_key},
      {"key", "end", "停用签名公钥（须两人） end a key; two people", {word_argument("KEY", "公钥文本 the key"), reason_option(true)}, end_key},
      {"key", "answer", "在不联网的机器上：看清待签文件，然后签名 at the machine without a network: read a request, then sign it",
       {word_argument("FILE", "待签文件（.signreq） the request"),
        {"--signer", ValueKind::List, false, "FILE", "私钥文件或令牌地址；不写则只显示内容 private key or address of a token; without it the request is only shown"},
        passphrase_option(), optional_option("--out", "FILE", "写入文件（.signresp），不写则输出 file to write")},
       answer_elsewhere},
      {"key", "list", "账套的签名密钥 the book's keys", {}, list_keys},
  };
}

std::vector<Verb> checkpoint_verbs() {
  return {
      {"checkpoint", "make", "核实账与已公布的检查点一致后签名，两种算法各一份 prove the book against what was published, and sign it",
       {signer_option(), passphrase_option(),
        optional_option("--publish", "DIR", "公布目录：先与其中的检查点核对，再写入新的 folder whose checkpoints are compared and then replaced")},
       make_checkpoint},
      {"checkpoint", "ask", "密钥在不联网的机器上：核实账后写出待签文件（.signreq） prove the book and write requests for a machine without a network",
       {required_option("--out", "PREFIX", "文件名的前半，每种算法一份 start of the files' names, one for each suite"),
        required_option("--purpose", "TEXT", "给签名人看的事由 what the person who signs reads"),
        optional_option("--publish", "DIR", "公布目录，先与其中的检查点核对 folder whose checkpoints are compared")},
       ask_elsewhere},
      {"checkpoint", "accept", "收下签名回执（.signresp） take over what was signed there",
       {word_argument("REQUEST", "待签文件 the request"), word_argument("RESPONSE", "签名回执 the answer"),
        optional_option("--publish", "DIR", "公布目录，写入新的检查点 folder for the new checkpoint")},
       accept_elsewhere},
      {"checkpoint", "restore",
       "登记：账退回到已公布的检查点之前且无法找回，从现在续账（须两人）；原密钥全部停用，须另登记名称以 /2、/3 … 结尾的新密钥 "
       "record that the book was set back behind what was published and goes on from here; its keys end; two people",
       {required_option("--publish", "DIR", "公布目录，其中有账已不符的检查点 folder with the checkpoints that the book no longer agrees with"),
        reason_option(true)},
       restore_log},
      {"checkpoint", "list", "检查点清单 all checkpoints", {}, list_all_checkpoints},
      {"checkpoint", "show", "检查点原文 the note of a checkpoint", checkpoint_options({}), show_checkpoint},
      {"checkpoint", "request", "写出送见证文件（.witreq） the file for a witness",
       checkpoint_options({optional_option("--seen", "N", "见证方上次见到的记录数（默认 0，即首次） what the witness has seen; 0 at first")}), request_witness},
      {"checkpoint", "stamp", "写出送时间戳机构的请求（.tsq，RFC 3161），回执（.tsr）随审计包交付 the question to a time stamping authority; its answer goes into packages",
       {optional_option("--suite", "SUITE", "sha256（默认）或 sm3 sha256, the default, or sm3"),
        optional_option("--size", "N", "记录数（默认最新） number of records; the latest by default"),
        required_option("--out", "FILE.tsq", "写入的文件 file to write")},
       question_authority},
      {"checkpoint", "cosign", "收下见证方交回的签名（.witresp） take over a witness's signature",
       {word_argument("FILE", "见证方交回的文件 what the witness gave back"),
        required_option("--policy", "FILE", "信任策略，其中列有见证方公钥 trust policy that names the witness")},
       take_cosignature},
  };
}

}  // namespace

std::vector<Verb> seal_verbs() {
  std::vector<Verb> verbs;
  for (auto* make : {key_verbs, checkpoint_verbs}) {
    std::vector<Verb> some = make();
    verbs.insert(verbs.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  return verbs;
}

}  // namespace mingzhang::cli
