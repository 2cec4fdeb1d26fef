// SPDX-License-Identifier: Apache-2.0
// The sentences for time stamps and signatures over files.
#include "audit/stamps/outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::audit {
namespace {

constexpr std::array kStampOutcomes{
    OutcomeInfo{101, "STAMP-101", "DerBad", Fault::Request, false, "不是规范的 DER 编码",
                "this is no strict DER",
                "请取出具方给出的原文件",
                "take the original file from whoever issued it"},
    OutcomeInfo{102, "STAMP-102", "TokenBad", Fault::Request, false, "不是时间戳回复（RFC 3161）",
                "this is no answer of a time stamp authority (RFC 3161)",
                "请取时间戳机构给出的原文件（.tsr）",
                "take the file as the authority gave it (.tsr)"},
    OutcomeInfo{103, "STAMP-103", "CmsBad", Fault::Request, false, "不是 CMS 签名文件",
                "this is no CMS signature",
                "请取出具方给出的原文件（.p7s）",
                "take the original file (.p7s)"},
    OutcomeInfo{104, "STAMP-104", "GbBad", Fault::Request, false, "不是 GB/T 35275 签名文件",
                "this is no signature of GB/T 35275",
                "请取出具方给出的原文件（.gb.p7s）",
                "take the original file (.gb.p7s)"},
    OutcomeInfo{105, "STAMP-105", "CertificateBad", Fault::Request, false, "不是证书，或不能用于此处",
                "this is no certificate, or none for this use",
                "请给出 PEM 或 DER 证书",
                "give a certificate in PEM or DER"},
    OutcomeInfo{106, "STAMP-106", "KeyMismatch", Fault::Request, false, "私钥与证书不成对",
                "the private key does not belong to the certificate",
                "请给出成对的私钥和证书",
                "give a pair"},
    OutcomeInfo{201, "STAMP-201", "NotGranted", Fault::Request, false, "时间戳机构拒绝了请求：这不是时间戳",
                "the authority refused: this is no time stamp",
                "请按所示原因重新申请",
                "ask again, minding the reason given"},
    OutcomeInfo{202, "STAMP-202", "ImprintDiffers", Fault::Broken, false, "时间戳盖的是另一份文件",
                "the time stamp is over another file",
                "请勿相信；取原文件和它的时间戳",
                "do not trust it; take the original file and its stamp"},
    OutcomeInfo{203, "STAMP-203", "NonceDiffers", Fault::Conflict, false, "时间戳回答的是另一次请求",
                "the time stamp answers another request",
                "请取这次请求的回复",
                "take the answer to this request"},
    OutcomeInfo{204, "STAMP-204", "ContentDiffers", Fault::Broken, false, "签名的不是这份文件",
                "the signature is over another file",
                "请勿相信；取原文件",
                "do not trust it; take the original file"},
    OutcomeInfo{205, "STAMP-205", "StampSignatureWrong", Fault::Broken, false, "签名不对",
                "the signature is wrong",
                "请勿相信这个文件，向出具方核对",
                "do not trust this file; ask whoever issued it"},
    OutcomeInfo{206, "STAMP-206", "ChainWrong", Fault::Permission, false, "证书没有连到您所信任的根证书",
                "the certificate does not lead to a root you trust",
                "请核对所给的根证书，不要用包里的",
                "check the roots you gave; never take them from the package"},
    OutcomeInfo{207, "STAMP-207", "NotForStamping", Fault::Permission, false, "证书不是时间戳专用证书",
                "the certificate is not one for time stamping",
                "请换用合格的时间戳机构",
                "use a proper authority"},
    OutcomeInfo{208, "STAMP-208", "NotValidThen", Fault::Permission, false, "签署时证书不在有效期内",
                "the certificate was not valid at that time",
                "请向出具方核对",
                "ask whoever issued it"},
};

}  // namespace

std::span<const OutcomeInfo> stamp_outcomes() {
  return kStampOutcomes;
}

const OutcomeInfo& info_of(StampOutcome outcome) {
  return find_outcome(kStampOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::audit
