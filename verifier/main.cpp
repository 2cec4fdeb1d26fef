// SPDX-License-Identifier: Apache-2.0
// mingzhang-verify: options, files, and the report.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unistd.h>

#include "audit/package/byte_files.h"
#include "audit/package/folder_reader.h"
#include "audit/package/zip_reader.h"
#include "audit/verify/report.h"
#include "audit/verify/verify_package.h"
#include "base/clock.h"
#include "base/world_error.h"

namespace mingzhang {
namespace {

constexpr int kUnreadable = 2;

constexpr std::string_view kHelp =
    "核验审计包：不需要账套、数据库或网络 checks an audit package; needs no books, no database, no network\n"
    "用法 Usage: mingzhang-verify FILE.zip|FOLDER --policy FILE [选项 options]\n\n"
    "  --policy FILE     核验人自己的信任策略：账套公钥、见证方公钥、法定数 your own trust policy\n"
    "  --since FILE      上次审计时自己保存的检查点 the checkpoint that you kept last time\n"
    "  --evidence FILE   发现两本不同的账时，把两份检查点写到这里 where both notes go when the history forked\n"
    "  --stamp-roots PEM 时间戳机构的根证书，给出后核对时间戳 roots of time stamping authorities\n"
    "  --seal-roots PEM  清单签名证书的根证书，给出后核对清单签名 roots of certificates that sign manifests\n"
    "  --require-stamp   没有时间戳即不通过 a checkpoint without a time stamp is not enough\n"
    "  --json            给程序读的结果 the result for programs\n"
    "  --version, --help\n\n"
    "退出码 exit codes: 0 通过 good；1 被改过 tampered；2 读不出来 unreadable；3 签名、见证或可比性不足 policy unmet；4 与上次不是同一本账 fork\n";

struct Options {
  std::string file;
  std::string policy;
  std::string since;
  std::string evidence;
  std::string stamp_roots;
  std::string seal_roots;
  bool requires_stamp = false;
  bool is_json = false;
};

/// What was asked for; nothing where the words make no sense.
std::optional<Options> parse_options(int argc, char** argv) {
  Options options;
  for (int index = 1; index < argc; ++index) {
    const std::string_view word = argv[index];
    std::string* value = word == "--policy"     ? &options.policy
                         : word == "--since"    ? &options.since
                         : word == "--evidence" ? &options.evidence
                         : word == "--stamp-roots" ? &options.stamp_roots
                         : word == "--seal-roots"  ? &options.seal_roots
                                                   : nullptr;
    if (word == "--json" || word == "--require-stamp") {
      (word == "--json" ? options.is_json : options.requires_stamp) = true;
    } else if (value != nullptr) {
      if (!value->empty() || index + 1 == argc) return std::nullopt;
      *value = argv[++index];
    } else if (word.starts_with("-") || !options.file.empty()) {
      return std::nullopt;
    } else {
      options.file = word;
    }
  }
  return options.file.empty() || options.policy.empty() ? std::nullopt : std::optional(std::move(options));
}

std::optional<std::string> whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << "错误 error: 打不开 cannot open " << path << "\n";
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void tell(std::int64_t done, std::int64_t all) {
  std::cerr << "\r已核验 verified " << done << " / " << all << std::flush;
}

template <class Reader>
audit::PackageVerdict verdict_of(const Result<std::unique_ptr<Reader>, Problem>& files, const audit::AuditorSide& auditor) {
  if (files) return audit::verify_package(**files, auditor);
  audit::PackageVerdict verdict;
  verdict.unreadable = files.error();
  return verdict;
}

audit::PackageVerdict verdict_on(const std::string& path, const audit::AuditorSide& auditor) {
  if (std::filesystem::is_directory(path)) return verdict_of(audit::FolderReader::open(path), auditor);
  const audit::FileSource source(path);
  return verdict_of(audit::ZipReader::open(source), auditor);
}

/// The certificates of a file, none where no file is named; false after a message.
bool read_roots(const std::string& path, std::vector<audit::Certificate>& roots) {
  if (path.empty()) return true;
  const std::optional<std::string> pem = whole_file(path);
  if (!pem) return false;
  Result<std::vector<audit::Certificate>, Problem> certificates = audit::Certificate::from_pem(*pem);
  if (!certificates) {
    std::cerr << to_text(certificates.error()) << "\n";
    return false;
  }
  roots = std::move(certificates).value();
  return true;
}

int run(const Options& options) {
  const std::optional<std::string> policy = whole_file(options.policy);
  const std::optional<std::string> since = options.since.empty() ? std::string() : whole_file(options.since);
  if (!policy || !since) return kUnreadable;
  const Result<audit::TrustPolicy, Problem> trusted = audit::parse_trust_policy(*policy);
  if (!trusted) {
    std::cerr << to_text(trusted.error()) << "\n";
    return kUnreadable;
  }
  audit::AuditorSide auditor;
  auditor.policy = *trusted;
  auditor.since = *since;
  auditor.requires_stamp = options.requires_stamp;
  auditor.now = SystemClock().now().microseconds / 1'000'000;
  if (!read_roots(options.stamp_roots, auditor.stamp_roots) || !read_roots(options.seal_roots, auditor.seal_roots)) return kUnreadable;
  if (::isatty(STDERR_FILENO) != 0) auditor.progress = tell;
  const audit::PackageVerdict verdict = verdict_on(options.file, auditor);
  if (auditor.progress) std::cerr << "\n";
  std::cout << (options.is_json ? audit::report_json(verdict) + "\n" : audit::report_text(verdict));
  if (!verdict.evidence.empty() && !options.evidence.empty()) {
    std::ofstream file(options.evidence, std::ios::binary);
    file << verdict.evidence;
    if (!file.flush()) std::cerr << "错误 error: 证据写不进去 cannot write " << options.evidence << "\n";
  }
  return verdict.exit_code();
}

}  // namespace
}  // namespace mingzhang

int main(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first == "--help" || first == "-h") {
    std::cout << mingzhang::kHelp;
    return 0;
  }
  if (first == "--version") {
    std::cout << "mingzhang-verify " MINGZHANG_VERSION "\n";
    return 0;
  }
  const auto options = mingzhang::parse_options(argc, argv);
  if (!options) {
    std::cerr << mingzhang::kHelp;
    return mingzhang::kUnreadable;
  }
  try {
    return mingzhang::run(*options);
  } catch (const mingzhang::WorldError& error) {
    std::cerr << "错误 error: " << error.what() << "\n";
    return mingzhang::kUnreadable;
  }
}
