// SPDX-License-Identifier: Apache-2.0
// Reads lines: nearly all are of one plain form and need no JSON value; the rest goes through the strict parser.
#include "audit/books/line.h"

#include <algorithm>
#include <utility>

#include "base/json.h"
#include "base/members.h"
#include "base/money.h"
#include "base/text.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kSaltDigits = 32;
constexpr std::size_t kLeafDigits = 64;
constexpr std::size_t kFastDigits = 15;  // below 2^53 whatever they are

bool is_lower_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_printable_ascii(std::string_view bytes) {
  unsigned bad = 0;  // no early way out: the loop becomes a few wide instructions
  for (const char c : bytes) bad |= static_cast<unsigned>(c < 0x20) | static_cast<unsigned>(c == 0x7F);
  return bad == 0;
}

void set_amount(BookLine& line, std::int64_t fen) {
  line.is_amount_good = fen >= 1 && fen <= Money::kFenMax;
  line.fen = line.is_amount_good ? fen : 0;
}

bool is_withheld_line(const JsonValue& value) {
  Members members(value);
  const bool is_right = is_lower_hex(members.text("leaf_sha256", true), kLeafDigits) &&
                        is_lower_hex(members.text("leaf_sm3", true), kLeafDigits) && members.text("t", true) == "withheld/v1";
  return is_right && members.is_complete();
}

/// Walks over the canonical bytes of a line. Whatever it does not expect makes it stop for good: it never decides that a
/// line is bad, only that it is plainly good.
class LineScanner {
 public:
  explicit LineScanner(std::string_view rest) : rest_(rest) {}

  bool skip(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }
  void expect(std::string_view expected) { is_good_ = skip(expected) && is_good_; }
  /// The text up to its closing quote, without escapes and not empty.
  std::string_view text() {
    const std::size_t end = rest_.find('"');
    const std::string_view found = rest_.substr(0, end);
    if (end == std::string_view::npos || end == 0 || found.find('\\') != std::string_view::npos) {
      is_good_ = false;
      return std::string_view();
    }
    rest_.remove_prefix(end + 1);
    return found;
  }
  /// A number from 0 without leading zeros.
  std::int64_t number() {
    std::size_t end = 0;
    std::int64_t value = 0;
    while (end < rest_.size() && end < kFastDigits && is_digit(rest_[end])) value = value * 10 + (rest_[end++] - '0');
    const bool is_long = end < rest_.size() && is_digit(rest_[end]);
    if (end == 0 || is_long || (end > 1 && rest_[0] == '0')) is_good_ = false;
    rest_.remove_prefix(end);
    return value;
  }
  bool is_done() const { return is_good_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool is_good_ = true;
};

std::optional<BookLine> scan_book_line(std::string_view bytes, std::size_t number) {
  if (!is_printable_ascii(bytes) && !is_plain_text(bytes)) return std::nullopt;
  LineScanner scanner(bytes);
  BookLine line;
  scanner.expect(R"({"account":")");
  line.account = scanner.text();
  scanner.expect(R"(,"amount":)");
  const std::int64_t fen = scanner.number();
  if (scanner.skip(R"(,"fund":")")) line.fund = scanner.text();
  scanner.expect(R"(,"n":)");
  const bool is_numbered = scanner.number() == static_cast<std::int64_t>(number);
  if (scanner.skip(R"(,"project":")")) line.project = scanner.text();
  scanner.expect(R"(,"salt":")");
  const bool is_salted = is_lower_hex(scanner.text(), kSaltDigits);
  scanner.expect(R"(,"side":")");
  const std::optional<BookSide> side = parse_book_side(scanner.text());
  if (scanner.skip(R"(,"subject":")")) line.subject = scanner.text();
  if (scanner.skip(R"(,"summary":")")) line.summary = scanner.text();
  scanner.expect(R"(,"t":"line/v1"})");
  if (!scanner.is_done() || !is_numbered || !is_salted || !side) return std::nullopt;
  line.side = *side;
  set_amount(line, fen);
  return line;
}

}  // namespace

std::optional<BookLine> read_book_line(std::string_view bytes, std::size_t number) {
  std::optional<BookLine> line = scan_book_line(bytes, number);
  return line ? std::move(line) : read_book_line_slowly(bytes, number);
}

std::optional<BookLine> read_book_line_slowly(std::string_view bytes, std::size_t number) {
  const auto value = parse_canonical_json(bytes);
  if (!value) return std::nullopt;
  BookLine line;
  if (is_withheld_line(*value)) {
    line.is_withheld = true;
    return line;
  }
  Members members(*value);
  line.account = members.text("account", true);
  const std::int64_t fen = members.integer("amount", 0, true);
  line.fund = members.text("fund", false);
  const bool is_numbered = members.integer("n", 0, true) == static_cast<std::int64_t>(number);
  line.project = members.text("project", false);
  const bool is_salted = is_lower_hex(members.text("salt", true), kSaltDigits);
  const std::optional<BookSide> side = parse_book_side(members.text("side", true));
  line.subject = members.text("subject", false);
  line.summary = members.text("summary", false);
  const bool is_line = members.text("t", true) == "line/v1";
  if (!members.is_complete() || !is_numbered || !is_salted || !is_line || !side) return std::nullopt;
  line.side = *side;
  set_amount(line, fen);
  return line;
}

}  // namespace mingzhang::audit
