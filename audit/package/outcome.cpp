// SPDX-License-Identifier: Apache-2.0
// The sentences for packages.
#include "audit/package/outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kAskZh = "请向出具方索取原文件，不要用其他程序重新打包";
constexpr std::string_view kAskEn = "ask the issuer for the original file; do not repack it";

constexpr std::array kPackageOutcomes{
    OutcomeInfo{101, "PKG-101", "NoZip", Fault::Request, false, "不是审计包（zip）", "this is no package (zip)", kAskZh, kAskEn},
    OutcomeInfo{102, "PKG-102", "ZipForm", Fault::Request, false, "审计包的目录与内容对不上，或不是本程序的写法",
                "the package's directory disagrees with its content, or is not of the one form", kAskZh, kAskEn},
    OutcomeInfo{103, "PKG-103", "ZipName", Fault::Request, false, "审计包里的文件名不允许或重复",
                "a file's name in the package is not allowed, or stands twice", kAskZh, kAskEn},
    OutcomeInfo{104, "PKG-104", "ZipSize", Fault::Request, false, "审计包里的文件太大或太多",
                "the package holds too many files, or too large ones", kAskZh, kAskEn},
    OutcomeInfo{105, "PKG-105", "ZipContent", Fault::Broken, false, "审计包里的文件损坏：解不开，或校验码不符",
                "a file of the package is damaged: it cannot be unpacked, or its check sum differs", kAskZh, kAskEn},
    OutcomeInfo{201, "PKG-201", "FileMissing", Fault::Broken, false, "审计包缺文件", "a file of the package is missing", kAskZh, kAskEn},
    OutcomeInfo{202, "PKG-202", "FileUnlisted", Fault::Broken, false, "审计包里有清单没有列出的文件",
                "the package holds a file that no manifest lists", kAskZh, kAskEn},
    OutcomeInfo{203, "PKG-203", "ManifestBad", Fault::Broken, false, "审计包的清单有误", "a manifest of the package is not of its form",
                kAskZh, kAskEn},
    OutcomeInfo{204, "PKG-204", "FileChanged", Fault::Broken, false, "文件与清单中的摘要不符：被改过或损坏",
                "a file is not what its manifest says: changed or damaged", kAskZh, kAskEn},
    OutcomeInfo{205, "PKG-205", "RangeBad", Fault::Broken, false, "区间证明文件有误", "the proof of the range is not of its form",
                kAskZh, kAskEn},
};

}  // namespace

std::span<const OutcomeInfo> package_outcomes() {
  return kPackageOutcomes;
}

const OutcomeInfo& info_of(PackageOutcome outcome) {
  return find_outcome(kPackageOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::audit
