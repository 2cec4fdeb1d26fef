// SPDX-License-Identifier: Apache-2.0
// Packages for auditors.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/record_members.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/fund_options.h"
#include "cli/seal_files.h"
#include "cli/secret.h"
#include "cli/verb.h"
#include "service/reading/outcome.h"
#include "service/sealing/package.h"

namespace mingzhang::cli {
namespace {

using service::ReadingOutcome;

std::optional<service::Withheld> withheld_of(const std::string& word) {
  if (word.empty()) return service::Withheld::Nothing;
  if (word == "subjects") return service::Withheld::Subjects;
  if (word == "lines") return service::Withheld::Lines;
  return std::nullopt;
}

/// --cms-cert and --cms-key, or --gb-cert and --gb-key; false after a refusal.
bool read_seal(Desk& desk, const Values& values, const std::string& kind, std::optional<service::PackageSeal>& seal) {
  const std::string certificate = values.text("--" + kind + "-cert");
  const std::string key = values.text("--" + kind + "-key");
  if (certificate.empty() && key.empty()) return true;
  std::optional<std::string> certificates = read_file_or_refuse(desk, certificate);
  std::optional<std::string> pem = certificates ? read_file_or_refuse(desk, key) : std::nullopt;
  const std::optional<std::string> passphrase = pem ? read_passphrase(desk, values) : std::nullopt;
  if (!passphrase) return false;
  seal = service::PackageSeal{std::move(*certificates), std::move(*pem), *passphrase};
  return true;
}

/// What was asked for; nothing after a refusal.
std::optional<service::PackageChoice> chosen_package(Desk& desk, const Values& values) {
  service::PackageChoice choice;
  const std::optional<std::int64_t> from = count_of(desk, values, "--from");
  const std::optional<std::int64_t> to = from ? count_of(desk, values, "--to") : std::nullopt;
  if (!to) return std::nullopt;
  choice.from = *from;
  choice.to = *to;
  const std::optional<service::Withheld> withheld = withheld_of(values.text("--redact"));
  if (!withheld) {
    desk.output().refuse(service::refusal(ReadingOutcome::WordBad, "--redact subjects | lines"));
    return std::nullopt;
  }
  choice.withheld = *withheld;
  if (!read_seal(desk, values, "cms", choice.cms) || !read_seal(desk, values, "gb", choice.gb)) return std::nullopt;
  for (const char* suite : {"sha256", "sm3"}) {
    const std::string file = values.text(std::string("--stamp-") + suite);
    if (file.empty()) continue;
    std::optional<std::string> stamp = read_file_or_refuse(desk, file);
    if (!stamp) return std::nullopt;
    choice.texts.push_back({std::string("proof/checkpoint.") + suite + ".tsr", std::move(*stamp)});
  }
  for (const std::string& file : values.list("--encrypt-to")) {
    const std::optional<std::string> reader = read_file_or_refuse(desk, file);
    if (!reader) return std::nullopt;
    choice.readers_pem += *reader + "\n";
  }
  if (!values.text("--previous").empty()) {
    std::optional<std::string> previous = read_file_or_refuse(desk, values.text("--previous"));
    if (!previous) return std::nullopt;
    choice.previous = std::move(*previous);
  }
  return choice;
}

std::string receipt_text(const service::PackageReceipt& receipt, const std::string& file, bool is_json) {
  if (!is_json) {
    return "审计包 package: " + file + "\n记录 records " + std::to_string(receipt.range.from) + " … " + std::to_string(receipt.range.to - 1) + "，检查点 checkpoint " +
           std::to_string(receipt.range.size) + "\n核验 to check it: mingzhang-verify " + file + " --policy FILE\n";
  }
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "file", file);
  writer.key("from");
  writer.integer(receipt.range.from);
  writer.key("size");
  writer.integer(receipt.range.size);
  writer.key("to");
  writer.integer(receipt.range.to);
  write_text(writer, "top", receipt.top);
  writer.end_object();
  return writer.take();
}

int export_audit_package(Desk& desk, const Values& values) {
  const std::string path = values.text("--out");
  const std::optional<service::PackageChoice> choice = chosen_package(desk, values);
  if (!choice) return kValidation;
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  const Result<service::PackageReceipt, service::Refusal> receipt = service::export_package(desk.place(*opened), *choice, path);
  if (!receipt) return desk.output().refuse(receipt.error());
  return desk.show(service::TextResult(receipt_text(*receipt, plain(path), desk.output().is_json())));
}

}  // namespace

std::vector<Verb> package_verbs() {
  return {
      {"audit", "export", "按最近的检查点写出审计包（zip），审计人员不用本程序即可核验 write the package of the latest checkpoint, which others can check without this program",
       {required_option("--out", "FILE.zip", "写入的文件，不得已存在 a new file"),
        optional_option("--from", "N", "从第几条记录起（默认 0，全账） first record; 0, the whole book, by default"),
        optional_option("--to", "N", "到第几条记录之前（默认到检查点） after the last record; the checkpoint's by default"),
        optional_option("--redact", "WHAT", "遮蔽：subjects 涉及户或单位的分录，lines 全部分录；只留摘要，其余仍可核验 leave digests only: of lines that name a household, or of all"),
        optional_option("--stamp-sha256", "FILE.tsr", "检查点的时间戳回执，见 checkpoint stamp time stamp of the checkpoint"),
        optional_option("--stamp-sm3", "FILE.tsr", "同上，SM3 检查点 the same for the SM3 checkpoint"),
        optional_option("--cms-cert", "FILE.pem", "以证书签名清单（CMS，RSA 或 EC）：证书，签名人的在先 sign the manifest: certificates, the signer's first"),
        optional_option("--cms-key", "FILE.pem", "其私钥，加密的 PKCS#8 its private key, encrypted"),
        optional_option("--gb-cert", "FILE.pem", "以 SM2 证书签名清单（GB/T 35275） the same with SM2"),
        optional_option("--gb-key", "FILE.pem", "其私钥，加密的 PKCS#8 its private key, encrypted"), passphrase_option(),
        OptionSpec{"--encrypt-to", ValueKind::List, false, "FILE.pem", "加密：只有这些证书（RSA 或 EC）的持有人能打开，可多次给出；解密用 openssl cms -decrypt -binary -inform DER encrypt: only the holders of these certificates open it, with openssl cms -decrypt"},
        optional_option("--previous", "FILE", "上次给出的检查点，附上与它一致的证明 an earlier checkpoint; the package proves that the book grew out of it")},
       export_audit_package},
  };
}

}  // namespace mingzhang::cli
