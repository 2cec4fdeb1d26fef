// SPDX-License-Identifier: Apache-2.0
// Attributes of a PKCS#11 URI.
#include "audit/tokens/token_address.h"

#include <array>
#include <optional>
#include <utility>

#include "audit/tokens/outcome.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kScheme = "pkcs11:";
constexpr std::string_view kFileScheme = "file://";

Problem address_problem(std::string detail) {
  return Problem{&info_of(TokenOutcome::AddressBad), "--signer", std::move(detail)};
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// "%20" and so on; nothing where it is cut or stands for NUL.
std::optional<std::string> percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at];
      continue;
    }
    if (at + 2 >= text.size() || hex_value(text[at + 1]) < 0 || hex_value(text[at + 2]) < 0) return std::nullopt;
    decoded += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
    if (decoded.back() == '\0') return std::nullopt;
    at += 2;
  }
  return decoded;
}

/// The attributes of one half of the URI, put where they belong. The name of the first that is wrong, or nothing.
template <std::size_t kSize>
std::optional<std::string> take_attributes(std::string_view part, char separator, const std::array<std::pair<std::string_view, std::string*>, kSize>& known) {
  while (!part.empty()) {
    const std::size_t end = std::min(part.find(separator), part.size());
    const std::string_view attribute = part.substr(0, end);
    const std::size_t equals = std::min(attribute.find('='), attribute.size());
    bool is_known = false;
    for (const auto& [name, value] : known) {
      if (attribute.substr(0, equals) != name) continue;
      std::optional<std::string> decoded = percent_decoded(attribute.substr(std::min(equals + 1, attribute.size())));
      is_known = value->empty() && decoded && !decoded->empty();
      if (is_known) *value = std::move(*decoded);
    }
    if (!is_known) return std::string(attribute.substr(0, std::min<std::size_t>(equals, 40)));
    part.remove_prefix(std::min(end + 1, part.size()));
  }
  return std::nullopt;
}

}  // namespace

bool is_token_address(std::string_view text) {
  return text.starts_with(kScheme);
}

Result<TokenAddress, Problem> parse_token_address(std::string_view text) {
  if (!is_token_address(text)) return Err(address_problem("pkcs11:"));
  text.remove_prefix(kScheme.size());
  const std::size_t question = std::min(text.find('?'), text.size());
  TokenAddress address;
  const std::array<std::pair<std::string_view, std::string*>, 3> path{{{"token", &address.place.token_label}, {"object", &address.place.key_label}, {"id", &address.place.key_id}}};
  const std::array<std::pair<std::string_view, std::string*>, 2> query{{{"module-path", &address.module_path}, {"pin-source", &address.pin_file}}};
  std::optional<std::string> wrong = take_attributes(text.substr(0, question), ';', path);
  if (!wrong) wrong = take_attributes(text.substr(std::min(question + 1, text.size())), '&', query);
  if (wrong) return Err(address_problem(std::move(*wrong)));
  if (address.pin_file.starts_with(kFileScheme)) address.pin_file.erase(0, kFileScheme.size());
  if (address.place.token_label.empty()) return Err(address_problem("token"));
  if (address.place.key_label.empty() && address.place.key_id.empty()) return Err(address_problem("object"));
  if (address.module_path.empty()) return Err(address_problem("module-path"));
  if (address.pin_file.empty()) return Err(address_problem("pin-source"));
  return address;
}

}  // namespace mingzhang::audit
