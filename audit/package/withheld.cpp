// SPDX-License-Identifier: Apache-2.0
// Writes and reads the one form of a withheld line.
#include "audit/package/withheld.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kWithheldStart = R"({"leaf_sha256":")";
constexpr std::string_view kWithheldMiddle = R"(","leaf_sm3":")";
constexpr std::string_view kWithheldEnd = R"(","t":"withheld/v1"})";
constexpr std::size_t kDigestDigits = 64;

}  // namespace

std::string withheld_line(std::string_view line, Sealer& sealer) {
  std::string text(kWithheldStart);
  text.append(hex_of(sealer.hasher(Suite::Sha256).leaf(line))).append(kWithheldMiddle);
  return text.append(hex_of(sealer.hasher(Suite::Sm3).leaf(line))).append(kWithheldEnd);
}

std::string withheld_lines(std::string_view lines, const std::function<bool(std::string_view)>& withholds, Sealer& sealer) {
  std::string seen;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    seen += withholds(line) ? withheld_line(line, sealer) : std::string(line);
    seen += '\n';
    lines.remove_prefix(end + 1);
  }
  return seen;
}

std::optional<RecordLeaves> parse_withheld_line(std::string_view line) {
  if (!line.starts_with(kWithheldStart)) return std::nullopt;
  line.remove_prefix(kWithheldStart.size());
  const std::optional<Digest> sha256 = digest_from_hex(line.substr(0, kDigestDigits));
  if (!sha256 || !line.substr(kDigestDigits).starts_with(kWithheldMiddle)) return std::nullopt;
  line.remove_prefix(kDigestDigits + kWithheldMiddle.size());
  const std::optional<Digest> sm3 = digest_from_hex(line.substr(0, kDigestDigits));
  if (!sm3 || line.substr(kDigestDigits) != kWithheldEnd) return std::nullopt;
  return RecordLeaves{*sha256, *sm3};
}

}  // namespace mingzhang::audit
