// SPDX-License-Identifier: Apache-2.0
// Draws a slip with Pango and Cairo, and its codes with libqrencode.
#include "reports/slip_pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/world_error.h"

namespace mingzhang::reports {
namespace {

// In points of 1/72 inch.
constexpr double kPageWidth = 419.53;
constexpr double kPageHeight = 595.28;
constexpr double kMargin = 28;
constexpr double kInnerWidth = kPageWidth - 2 * kMargin;
constexpr double kLabelWidth = 128;
constexpr double kCodeGap = 20;
constexpr double kCodeLeast = 110;
constexpr double kCaptionHeight = 12;
constexpr int kQuietModules = 4;  // ISO/IEC 18004, 7.1: four modules of white around the symbol
constexpr const char* kFonts = "Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif";

[[noreturn]] void drawing_failed(const std::string& what) {
  throw WorldError(WorldFault::Other, "the slip cannot be drawn: " + what);
}

struct FreeDrawing {
  void operator()(cairo_t* context) const noexcept { cairo_destroy(context); }
  void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
  void operator()(PangoLayout* layout) const noexcept { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const noexcept { pango_font_description_free(font); }
  void operator()(QRcode* code) const noexcept { QRcode_free(code); }
};
template <class Drawn>
using Held = std::unique_ptr<Drawn, FreeDrawing>;

cairo_status_t append_bytes(void* text, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

/// How a piece of text looks.
struct Look {
  double size = 9;
  bool is_bold = false;
  double grey = 0;  ///< 0 black, 1 white
};

/// A page that is written from top to bottom; with `draws` false it only measures.
class Page {
 public:
  Page(cairo_t* context, double scale, bool draws) : context_(context), scale_(scale), draws_(draws) {}

  double y() const { return y_; }
  void skip(double height) { y_ += height * scale_; }
  /// The same for something that was drawn at its true size.
  void pass(double height) { y_ += height; }

  /// Text in the given width, wrapped; the height that it takes.
  double write(const std::string& text, double x, double width, const Look& look) {
    const Held<PangoLayout> layout(pango_cairo_create_layout(context_));
    const Held<PangoFontDescription> font(pango_font_description_from_string(kFonts));
    pango_font_description_set_absolute_size(font.get(), look.size * scale_ * PANGO_SCALE);
    if (look.is_bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    unknown_ += pango_layout_get_unknown_glyphs_count(layout.get());
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    if (draws_) {
      cairo_set_source_rgb(context_, look.grey, look.grey, look.grey);
      cairo_move_to(context_, x, y_);
      pango_cairo_show_layout(context_, layout.get());
    }
    return static_cast<double>(height) / PANGO_SCALE;
  }

  void line(const std::string& text, const Look& look) { y_ += write(text, kMargin, kInnerWidth, look); }

  void rule() {
    skip(3);
    if (draws_) {
      cairo_set_source_rgb(context_, 0.6, 0.6, 0.6);
      cairo_set_line_width(context_, 0.5);
      cairo_move_to(context_, kMargin, y_);
      cairo_line_to(context_, kPageWidth - kMargin, y_);
      cairo_stroke(context_);
    }
    skip(4);
  }

  /// Label and value beside each other.
  void fact(const std::string& label, const std::string& value) {
    const double left = write(label, kMargin, kLabelWidth, {8, false, 0.35});
    const double right = write(value, kMargin + kLabelWidth, kInnerWidth - kLabelWidth, {10, true, 0});
    y_ += std::max(left, right);
    skip(2);
  }

  /// Characters for which no font has a sign.
  int unknown() const { return unknown_; }

 private:
  cairo_t* context_;
  double scale_;
  bool draws_;
  double y_ = kMargin;
  int unknown_ = 0;
};

void write_texts(const Table& table, Page& page) {
  page.line(table.title().zh + "  " + table.title().en, {15, true, 0});
  if (page.unknown() > 0) drawing_failed("no font has Chinese characters; install fonts-noto-cjk or fonts-wqy-microhei");
  page.rule();
  for (std::size_t fact = 0; fact < table.fact_count(); ++fact) {
    if (!table.fact_is_printed(fact)) continue;
    const Caption& caption = table.fact_caption(fact);
    const Value value = table.fact_value(fact);
    page.fact(caption.zh + "  " + caption.en, value.kind == CellKind::Money ? amount_text(value.number, true) : file_text(value));
  }
  page.rule();
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    page.line(file_text(table.value(row, 0)), {8.5, false, 0.15});
    page.skip(2);
  }
}

Held<QRcode> encoded(const SlipCode& code) {
  Held<QRcode> symbol(QRcode_encodeData(static_cast<int>(code.content.size()),
                                        reinterpret_cast<const unsigned char*>(code.content.data()), 0, QR_ECLEVEL_M));
  if (!symbol) drawing_failed("the square code");
  return symbol;
}

void draw_code(cairo_t* context, const QRcode& symbol, double x, double y, double side) {
  const double module = side / (symbol.width + 2 * kQuietModules);
  cairo_set_source_rgb(context, 0, 0, 0);
  for (int row = 0; row < symbol.width; ++row) {
    for (int column = 0; column < symbol.width; ++column) {
      if ((symbol.data[row * symbol.width + column] & 1U) == 0) continue;
      cairo_rectangle(context, x + (column + kQuietModules) * module, y + (row + kQuietModules) * module, module, module);
    }
  }
  cairo_fill(context);
}

void draw_codes(cairo_t* context, const std::vector<SlipCode>& codes, Page& page) {
  if (codes.empty()) return;
  const double count = static_cast<double>(codes.size());
  const double room = kPageHeight - kMargin - kCaptionHeight - page.y();
  const double side = std::min((kInnerWidth - (count - 1) * kCodeGap) / count, room);
  double x = (kPageWidth - count * side - (count - 1) * kCodeGap) / 2;
  for (const SlipCode& code : codes) {
    draw_code(context, *encoded(code), x, page.y(), side);
    x += side + kCodeGap;
  }
  page.pass(side);
  for (const SlipCode& code : codes) page.line(code.caption, {7, false, 0.35});
}

/// The largest scale at which texts and codes fit the page; the smallest where none does.
double fitting_scale(cairo_t* context, const Table& table, bool has_codes) {
  constexpr double kScales[] = {1.0, 0.92, 0.84, 0.76, 0.68};
  for (const double scale : kScales) {
    Page measured(context, scale, false);
    write_texts(table, measured);
    if (measured.y() + (has_codes ? kCodeLeast + kCaptionHeight : 0) <= kPageHeight - kMargin) return scale;
  }
  return kScales[std::size(kScales) - 1];
}

}  // namespace

std::string slip_pdf(const Table& table, std::span<const SlipCode> codes, const std::string& made_at) {
  std::vector<SlipCode> printed;
  for (const SlipCode& code : codes) {
    if (!code.content.empty() && code.content.size() <= kSlipCodeBytesMax) printed.push_back(code);
  }
  std::string bytes;
  const Held<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(append_bytes, &bytes, kPageWidth, kPageHeight));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, table.title().zh.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, made_at.c_str());
  const Held<cairo_t> context(cairo_create(surface.get()));
  Page page(context.get(), fitting_scale(context.get(), table, !printed.empty()), true);
  write_texts(table, page);
  draw_codes(context.get(), printed, page);
  cairo_show_page(context.get());
  cairo_surface_finish(surface.get());
  if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    drawing_failed(cairo_status_to_string(cairo_surface_status(surface.get())));
  }
  return bytes;
}

}  // namespace mingzhang::reports
