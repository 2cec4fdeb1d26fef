// SPDX-License-Identifier: Apache-2.0
// Witnessing other people's checkpoints, and receipts.
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/seal_files.h"
#include "cli/secret.h"
#include "cli/verb.h"
#include "service/sealing/mirror.h"
#include "service/sealing/receipts.h"
#include "service/sealing/witness_desk.h"

namespace mingzhang::cli {
namespace {

/// Writes what shows a changed history beside the file that showed it.
void keep_evidence(Desk& desk, const std::string& file, const std::string& evidence) {
  if (evidence.empty()) return;
  const std::string path = file + ".evidence";
  const bool is_written = write_file(path, [&](const WritePiece& write) { write(evidence); return true; });
  if (is_written) desk.output().note("证据 evidence: " + plain(path));
  if (!is_written) refuse_file(desk, path);
}

int cosign_request(Desk& desk, const Values& values) {
  const std::optional<std::string> request = read_file_or_refuse(desk, values.text("FILE"));
  const std::optional<std::string> policy = request ? read_file_or_refuse(desk, values.text("--policy")) : std::nullopt;
  if (!policy) return kNotFound;
  std::optional<service::Signers> signers = read_signers(desk, values);
  if (!signers) return kValidation;
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Create);
  if (!open) return desk.exit_code();
  const service::WitnessReply reply =
      service::cosign(open->opened, {values.text("--name"), std::move(*signers), *policy}, *request, desk.clock());
  if (reply.is_cosigned()) return give_file(desk, values.text("--out"), "note", reply.note);
  keep_evidence(desk, values.text("FILE"), reply.evidence);
  return desk.output().refuse(reply.refusal);
}

int mirror_package(Desk& desk, const Values& values) {
  const std::optional<std::string> policy = read_file_or_refuse(desk, values.text("--policy"));
  if (!policy) return kNotFound;
  std::optional<service::OpenedDatabase> memory;
  if (!desk.options().database.empty()) {
    memory = desk.open_for_reading();
    if (!memory) return desk.exit_code();
  }
  const service::MirrorReply reply = service::keep_package({values.text("FILE"), *policy, values.text("--into")},
                                                           memory ? &*memory : nullptr, desk.clock(), format_of(desk));
  if (reply.is_kept()) return desk.show(service::TextResult(reply.said));
  keep_evidence(desk, values.text("FILE"), reply.evidence);
  return desk.output().refuse(reply.refusal);
}

int list_witnessed(Desk& desk, const Values&) {
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  return opened ? desk.show(service::list_seen_logs(*opened, format_of(desk))) : desk.exit_code();
}

int make_receipt_file(Desk& desk, const Values& values) {
  const std::optional<service::CheckpointChoice> choice = chosen_checkpoint(desk, values);
  if (!choice) return kValidation;
  const std::optional<std::int64_t> line = count_of(desk, values, "--line");
  if (!line) return kValidation;
  const service::ReceiptOrder order{values.text("VOUCHER"), *line, choice->suite};
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  return give_file(desk, values.text("--out"), "receipt", service::make_receipt(desk.place(*opened), order));
}

int check_receipt(Desk& desk, const Values& values) {
  const std::optional<std::string> file = read_file_or_refuse(desk, values.text("FILE"));
  const std::optional<std::string> policy = file ? read_file_or_refuse(desk, values.text("--policy")) : std::nullopt;
  return policy ? desk.show(service::check_receipt_file(*file, *policy, format_of(desk))) : kNotFound;
}

int print_receipt(Desk& desk, const Values& values) {
  const std::optional<std::string> file = read_file_or_refuse(desk, values.text("FILE"));
  const std::optional<std::string> policy = file ? read_file_or_refuse(desk, values.text("--policy")) : std::nullopt;
  if (!policy) return kNotFound;
  const service::TextResult pdf = service::print_receipt(*file, *policy);
  return pdf ? give_file(desk, values.text("--out"), "slip", pdf) : desk.output().refuse(pdf.error());
}

std::vector<Verb> signing_verbs() {
  return {
      {"witness", "sign", "以见证方身份核对并签名：只为由见过的账续成的账签名 cosign what grew out of what was seen before",
       {word_argument("FILE", "送见证文件 the request"), required_option("--name", "NAME", "见证方名称 the witness's name"),
        required_option("--policy", "FILE", "信任策略，其中列有当面取得的账套公钥 trust policy with the logs' keys, taken over by hand"), signer_option(),
        passphrase_option(), optional_option("--out", "FILE", "写入文件（.witresp），不写则输出 file to write")},
       cosign_request},
      {"witness", "mirror", "核验审计包后留存：每个包都须由已留存的续成 verify a package and keep it; each must grow out of what is kept",
       {word_argument("FILE", "审计包 the package"), required_option("--policy", "FILE", "留存方自己的信任策略 the keeper's own trust policy"),
        required_option("--into", "FOLDER", "留存的文件夹，每本账一个 a folder for this log alone")},
       mirror_package},
      {"witness", "list", "见证过的账 the logs that were cosigned", {}, list_witnessed},
  };
}

std::vector<Verb> receipt_verbs() {
  return {
      {"receipt", "make", "出具一张凭证（或其中一条分录）的收据证明文件 the proof of a voucher, or of one of its lines",
       {word_argument("VOUCHER", "凭证，如 2016-10/记/12 voucher"), optional_option("--line", "N", "第几条分录，从 1 起；不写则整张凭证 line, from 1"),
        optional_option("--suite", "SUITE", "sha256（默认）或 sm3 sha256, the default, or sm3"),
        optional_option("--out", "FILE", "写入文件（.tlog-proof），不写则输出 file to write")},
       make_receipt_file},
      {"receipt", "check", "核验收据，不需要账套 check a receipt; no book is needed",
       {word_argument("FILE", "收据证明文件 the proof"), required_option("--policy", "FILE", "核验人自己的信任策略 the reader's own trust policy")},
       check_receipt},
      {"receipt", "print", "核验后打印收据单（PDF，含收据码和二维码） check a receipt and print its slip with a square code",
       {word_argument("FILE", "收据证明文件 the proof"), required_option("--policy", "FILE", "信任策略 trust policy"),
        required_option("--out", "FILE.pdf", "写入的文件 file to write")},
       print_receipt},
  };
}

}  // namespace

std::vector<Verb> witness_verbs() {
  std::vector<Verb> verbs = signing_verbs();
  std::vector<Verb> receipts = receipt_verbs();
  verbs.insert(verbs.end(), std::make_move_iterator(receipts.begin()), std::make_move_iterator(receipts.end()));
  return verbs;
}

}  // namespace mingzhang::cli
