// SPDX-License-Identifier: Apache-2.0
// One file after the other, digests by the way.
#include "audit/package/package_writer.h"

#include <algorithm>

#include "audit/package/bag.h"
#include "audit/package/withheld.h"
#include "audit/package/zip_writer.h"

namespace mingzhang::audit {
namespace {

/// A zip file that remembers what went into it.
class BagWriter {
 public:
  BagWriter(const std::string& top, ByteSink& sink) : zip_(sink), top_(top) {}

  void add(const std::string& name, const std::function<void(const std::function<void(std::string_view)>&)>& write) {
    zip_.begin(top_ + "/" + name);
    const bool is_payload = name.starts_with("data/");
    write([&](std::string_view bytes) {
      zip_.write(bytes);
      hasher_.update(bytes);
      if (is_payload) payload_bytes_ += static_cast<std::int64_t>(bytes.size());
    });
    zip_.end();
    (is_payload ? payload_ : tags_)[name] = hasher_.finish();
  }
  void add_text(const std::string& name, std::string_view bytes) {
    add(name, [bytes](const std::function<void(std::string_view)>& write) { write(bytes); });
  }

  /// The files of RFC 8493 itself, and the end.
  void finish(const std::string& info, const decltype(PackageOrder::seal)& seal) {
    add_text("bag-info.txt", info + "Payload-Oxum: " + std::to_string(payload_bytes_) + "." + std::to_string(payload_.size()) + "\n");
    add_text("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    for (const Suite suite : kSuites) add_text("manifest-" + std::string(suite_name(suite)) + ".txt", manifest_text(payload_, suite));
    if (seal) {
      for (const PackageText& text : seal(manifest_text(payload_, Suite::Sha256), manifest_text(payload_, Suite::Sm3))) add_text(text.name, text.bytes);
    }
    const FileList tags = tags_;
    for (const Suite suite : kSuites) add_text("tagmanifest-" + std::string(suite_name(suite)) + ".txt", manifest_text(tags, suite));
    zip_.finish();
  }

 private:
  ZipWriter zip_;
  std::string top_;
  FileHasher hasher_;
  FileList payload_;
  FileList tags_;
  std::int64_t payload_bytes_ = 0;
};

}  // namespace

std::string package_top(const LogRange& range, const Digest& sha256_root) {
  return "mingzhang-" + std::to_string(range.from) + "-" + std::to_string(range.to) + "-" + hex_of(sha256_root).substr(0, 12);
}

void write_package(const PackageOrder& order, ByteSink& sink) {
  BagWriter bag(order.top, sink);
  Sealer sealer;
  using Write = std::function<void(std::string_view)>;
  bag.add("data/records.jsonl", [&](const Write& write) {
    order.records([&write](const StoredRecord& record) {
      write(record.bytes);
      write("\n");
    });
  });
  std::string seen;
  bag.add("data/lines.jsonl", [&](const Write& write) {
    order.records([&](const StoredRecord& record) {
      if (record.lines.empty()) return;
      write(order.withholds ? std::string_view(seen = withheld_lines(record.lines, order.withholds, sealer)) : record.lines);
    });
  });
  for (const PackagePart& part : order.derived) bag.add(part.name, part.write);
  for (const PackageText& text : order.texts) bag.add_text(text.name, text.bytes);
  bag.finish("Mingzhang-Package: 1\nExternal-Identifier: " + order.book + "\nMingzhang-Range: " + std::to_string(order.range.from) + " " +
             std::to_string(order.range.to) + " " + std::to_string(order.range.size) + "\n",
             order.seal);
}

}  // namespace mingzhang::audit
