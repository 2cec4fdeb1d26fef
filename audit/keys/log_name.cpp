// SPDX-License-Identifier: Apache-2.0
// Names of keys: a bureau, a book, a suite, and the life of the log.
#include "audit/keys/log_name.h"

#include "audit/notes/checkpoint.h"
#include "audit/notes/count.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::int64_t kLivesMax = 999;

std::string bureau_before(std::string_view name, std::string_view book, Suite suite) {
  const std::string end = "/ledger/" + std::string(book) + "/" + std::string(suite_name(suite));
  return name.ends_with(end) ? std::string(name.substr(0, name.size() - end.size())) : std::string();
}

}  // namespace

std::optional<LogName> parse_log_name(std::string_view name, std::string_view book, Suite suite) {
  LogName parsed{bureau_before(name, book, suite), 1};
  if (!parsed.bureau.empty()) return parsed;
  const std::size_t slash = name.rfind('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::optional<std::int64_t> life = parse_count(name.substr(slash + 1));
  if (!life || *life < 2 || *life > kLivesMax) return std::nullopt;
  parsed = {bureau_before(name.substr(0, slash), book, suite), static_cast<int>(*life)};
  return parsed.bureau.empty() ? std::nullopt : std::optional(parsed);
}

std::string text_of(const LogName& name, std::string_view book, Suite suite) {
  MZ_CHECK(name.life >= 1 && name.life <= kLivesMax);
  return origin_of(name.bureau, book, suite) + (name.life == 1 ? "" : "/" + std::to_string(name.life));
}

}  // namespace mingzhang::audit
