// SPDX-License-Identifier: Apache-2.0
// Measuring the columns, then writing line after line.
#include "reports/table_text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace mingzhang::reports {

namespace {

constexpr std::string_view kGap = "  ";
constexpr std::string_view kFactGap = "    ";
// Facts above a narrow table may be wider than it, up to a sheet of paper.
constexpr std::size_t kFactsWidth = 96;

struct Place {
  std::size_t column;
  std::size_t width;
  bool is_right;
};

bool stands_right(CellKind kind) {
  return kind == CellKind::Money || kind == CellKind::Count;
}

std::string printed(const Value& value) {
  return value.kind == CellKind::Money ? amount_text(value.number, true) : file_text(value);
}

std::string printed(const Table& table, std::size_t row, std::size_t column) {
  const Value value = table.value(row, column);
  if (value.kind == CellKind::Money && value.number == 0 && table.columns()[column].hides_zero) return {};
  std::string text = printed(value);
  if (column == 0) text.insert(0, static_cast<std::size_t>(table.level_of(row)) * 2, ' ');
  return text;
}

std::vector<Place> places_of(const Table& table) {
  std::vector<Place> places;
  for (std::size_t column = 0; column < table.columns().size(); ++column) {
    const Column& described = table.columns()[column];
    if (described.files_only) continue;
    std::size_t width = std::max(display_width(described.caption.zh), display_width(described.caption.en));
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      width = std::max(width, display_width(printed(table, row, column)));
    }
    places.push_back(Place{column, width, stands_right(described.kind)});
  }
  return places;
}

std::size_t width_of(const std::vector<Place>& places) {
  std::size_t width = (places.size() - 1) * kGap.size();
  for (const Place& place : places) width += place.width;
  return width;
}

void end_line(std::string& text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  text += '\n';
}

template <class TextOf>
void append_line(const std::vector<Place>& places, std::string& text, TextOf text_of) {
  for (const Place& place : places) {
    if (&place != places.data()) text += kGap;
    const std::string cell = text_of(place.column);
    text += place.is_right ? pad_left(cell, place.width) : pad_right(cell, place.width);
  }
  end_line(text);
}

void append_heading(const Table& table, std::size_t width, std::string& text) {
  const std::string title = table.title().zh + ' ' + table.title().en;
  const std::size_t title_width = display_width(title);
  if (width > title_width) text.append((width - title_width) / 2, ' ');
  text += title + '\n';
  std::size_t used = 0;  // columns of the line that is being written
  for (std::size_t fact = 0; fact < table.fact_count(); ++fact) {
    const std::string value = printed(table.fact_value(fact));
    if (!table.fact_is_printed(fact) || value.empty()) continue;
    const std::string written = table.fact_caption(fact).zh + ' ' + table.fact_caption(fact).en + ": " + value;
    const std::size_t needed = display_width(written);
    if (used > 0) {
      const bool fits = used + kFactGap.size() + needed <= std::max(width, kFactsWidth);
      text += fits ? kFactGap : "\n";
      used = fits ? used + kFactGap.size() : 0;
    }
    text += written;
    used += needed;
  }
  if (used > 0) text += '\n';
  text += '\n';
}

}  // namespace

std::string to_text(const Table& table) {
  const std::vector<Place> places = places_of(table);
  const std::size_t width = width_of(places);
  const std::string rule = std::string(width, '-') + '\n';
  std::string text;
  text.reserve((table.row_count() + 6) * (width + 1));
  append_heading(table, width, text);
  append_line(places, text, [&](std::size_t column) { return table.columns()[column].caption.zh; });
  append_line(places, text, [&](std::size_t column) { return table.columns()[column].caption.en; });
  text += rule;
  bool after_rule = true;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const bool is_sum = table.kind_of(row) == RowKind::Sum;
    if (is_sum && !after_rule) text += rule;
    append_line(places, text, [&](std::size_t column) { return printed(table, row, column); });
    after_rule = is_sum;
  }
  return text;
}

}  // namespace mingzhang::reports
