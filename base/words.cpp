// SPDX-License-Identifier: Apache-2.0
// Amounts in words. Writing and reading share one description of an amount's words, so they cannot disagree.
#include "base/words.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "base/numerals.h"

namespace mingzhang {
namespace {

constexpr std::int64_t kWan = 10'000;                   // 万
constexpr std::int64_t kYi = 100'000'000;               // 亿
constexpr std::int64_t kTopPlace = 10'000'000'000'000;  // 十万亿, the place of Money::kFenMax
constexpr int kTopPosition = 13;
constexpr std::size_t kPiecesMax = 56;  // a bound that saves reallocations, no limit

/// One piece of an amount's words: what we print, and what else may stand in its place ("" for nothing).
struct Piece {
  std::string_view printed;
  std::span<const std::string_view> accepted = {};
};

constexpr std::string_view kNothing[] = {""};
constexpr std::string_view kZero[] = {"零"};
constexpr std::string_view kFull[] = {"整"};
constexpr std::string_view kNoYuan[] = {"零元", "零元零"};
constexpr std::string_view kNoYuanNoJiao[] = {"零元零"};

using Pieces = std::vector<Piece>;

/// What stands between two digits that are not zero, at the positions `from` > `to` (0 is 元, 4 万, 8 亿), with only
/// zeros between them. 银发〔1997〕393号 annex 1: one 零 for any number of zeros; it may be left out where the lower
/// digit is in the place of 仟, because the zeros then end in the place of 万 or 亿.
Piece zeros_between(int from, int to) {
  constexpr int kSection = 4;
  if (to % kSection != kSection - 1) return {"零"};
  // We leave it out as the annex does (壹拾万柒仟), except where a whole section is empty: 壹亿零伍仟 is not mistaken
  // for 壹亿伍仟万 that was cut short.
  const bool skips_a_section = from - to > kSection;
  return skips_a_section ? Piece{"零", kNothing} : Piece{"", kZero};
}

/// The words of a whole number of yuan > 0, without 元.
void append_whole(Pieces& pieces, std::int64_t yuan) {
  constexpr std::string_view kUnits[] = {"", "拾", "佰", "仟"};
  int last_written = -1;
  std::int64_t place = kTopPlace;
  for (int position = kTopPosition; position >= 0; --position, place /= 10) {
    const auto digit = static_cast<std::size_t>(yuan / place % 10);
    if (digit != 0) {
      if (last_written > position + 1) pieces.push_back(zeros_between(last_written, position));
      pieces.push_back({kNumerals[digit]});
      pieces.push_back({kUnits[position % 4]});
      last_written = position;
    }
    // 万 closes a section of its own or, above 亿, counts 亿 (万亿, never 兆).
    if ((position == 12 || position == 4) && yuan / place % kWan != 0) pieces.push_back({"万"});
    if (position == 8 && yuan / kYi != 0) pieces.push_back({"亿"});
  }
}

/// 元 and everything after it.
void append_yuan_and_below(Pieces& pieces, std::int64_t yuan, std::int64_t fen_below_yuan) {
  const auto jiao = static_cast<std::size_t>(fen_below_yuan / 10);
  const auto fen = static_cast<std::size_t>(fen_below_yuan % 10);
  if (yuan > 0) {
    pieces.push_back({"元"});
    if (jiao == 0 && fen > 0) pieces.push_back({"零"});
    if (jiao > 0 && yuan % 10 == 0) pieces.push_back({"零", kNothing});
  } else if (jiao > 0) {
    pieces.push_back({"", kNoYuan});
  } else if (fen > 0) {
    pieces.push_back({"", kNoYuanNoJiao});
  } else {
    pieces.push_back({"零元"});
  }
  if (jiao > 0) {
    pieces.push_back({kNumerals[jiao]});
    pieces.push_back({"角"});
  }
  if (fen > 0) {
    pieces.push_back({kNumerals[fen]});
    pieces.push_back({"分"});
  } else {
    pieces.push_back(jiao > 0 ? Piece{"", kFull} : Piece{"整"});
  }
}

Pieces pieces_of(Money amount) {
  const std::int64_t magnitude = amount.is_negative() ? -amount.fen() : amount.fen();
  Pieces pieces;
  pieces.reserve(kPiecesMax);
  pieces.push_back({"人民币", kNothing});
  if (amount.is_negative()) pieces.push_back({"负"});
  if (magnitude >= 100) append_whole(pieces, magnitude / 100);
  append_yuan_and_below(pieces, magnitude / 100, magnitude % 100);
  return pieces;
}

/// Whether `words` are these pieces. The longest accepted form is taken first: what follows an optional piece never
/// begins like it, so that is the only way to go on.
bool matches(const Pieces& pieces, std::string_view words) {
  for (const Piece& piece : pieces) {
    bool found = words.starts_with(piece.printed);
    std::size_t length = found ? piece.printed.size() : 0;
    for (const std::string_view form : piece.accepted) {
      if (!words.starts_with(form)) continue;
      found = true;
      length = std::max(length, form.size());
    }
    if (!found) return false;
    words.remove_prefix(length);
  }
  return words.empty();
}

/// Adds up digits and units from left to right. It asks for no order and passes over what it does not know;
/// `matches` finds both afterwards.
class Sum {
 public:
  /// False where the sum leaves the range of amounts.
  bool add(std::string_view character) {
    if (character == "负") negative_ = true;
    for (std::size_t i = 0; i < kNumerals.size(); ++i) {
      if (character == kNumerals[i]) digit_ = static_cast<std::int64_t>(i);
    }
    if (character == "拾") take_unit(10);
    if (character == "佰") take_unit(100);
    if (character == "仟") take_unit(1'000);
    if (character == "万") below_yi_ = kWan * taken_section();
    if (character == "亿") yi_ = kYi * (std::exchange(below_yi_, 0) + taken_section());
    if (character == "元") fen_ += 100 * (std::exchange(yi_, 0) + std::exchange(below_yi_, 0) + taken_section());
    if (character == "角") fen_ += 10 * std::exchange(digit_, 0);
    if (character == "分") fen_ += std::exchange(digit_, 0);
    // These bounds keep every product above far from overflow, however long the text is.
    return section_ < kWan && yi_ <= kTopPlace && fen_ <= Money::kFenMax;
  }

  Money amount() const { return Money::from_fen(negative_ ? -fen_ : fen_); }

 private:
  void take_unit(std::int64_t unit) { section_ += unit * std::exchange(digit_, 0); }
  std::int64_t taken_section() { return std::exchange(section_, 0) + std::exchange(digit_, 0); }

  bool negative_ = false;
  std::int64_t digit_ = 0;
  std::int64_t section_ = 0;   // below 万
  std::int64_t below_yi_ = 0;  // 万, in yuan
  std::int64_t yi_ = 0;        // 亿, in yuan
  std::int64_t fen_ = 0;
};

}  // namespace

std::string amount_in_words(Money amount) {
  std::string words;
  for (const Piece& piece : pieces_of(amount)) words += piece.printed;
  return words;
}

std::optional<Money> amount_from_words(std::string_view words) {
  const std::string ours = with_our_numerals(words);
  Sum sum;
  for (std::size_t at = 0; at < ours.size(); at += kNumeralBytes) {
    if (!sum.add(std::string_view(ours).substr(at, kNumeralBytes))) return std::nullopt;
  }
  // The sum is the only amount that the words can mean; they must be one of its forms.
  if (!matches(pieces_of(sum.amount()), ours)) return std::nullopt;
  return sum.amount();
}

}  // namespace mingzhang
