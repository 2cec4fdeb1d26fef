// SPDX-License-Identifier: Apache-2.0
// The sentences for keys, notes, checkpoints, proofs and policies.
#include "audit/notes/outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::audit {
namespace {

constexpr std::array kSealOutcomes{
    OutcomeInfo{101, "SEAL-101", "NoteBad", Fault::Request, false, "不是签名文书（signed note）", "this is no signed note",
                "请取原文件，不要用会改动换行或字符的程序打开保存", "take the original file; programs that change line ends or characters spoil it"},
    OutcomeInfo{102, "SEAL-102", "KeyTextBad", Fault::Request, false, "不是公钥文本（名称+编号+密钥）", "this is no public key of the form NAME+ID+KEY",
                "请整行复制公钥文本，勿增删字符", "copy the whole line, changing nothing"},
    OutcomeInfo{103, "SEAL-103", "CheckpointBad", Fault::Request, false, "签名的内容不是检查点", "what is signed is no checkpoint",
                "请取出具方给出的原文件", "take the original file from whoever issued it"},
    OutcomeInfo{104, "SEAL-104", "PolicyBad", Fault::Request, false, "信任策略文件有误", "the trust policy cannot be used",
                "请改正所指的行", "correct the line that is named"},
    OutcomeInfo{105, "SEAL-105", "ProofBad", Fault::Request, false, "不是收据证明文件", "this is no proof of a record",
                "请取出具方给出的原文件", "take the original file from whoever issued it"},
    OutcomeInfo{106, "SEAL-106", "KeyFileBad", Fault::Request, false, "不是加密的私钥文件（PKCS#8，Ed25519 或 SM2）",
                "this is no encrypted private key (PKCS#8, Ed25519 or SM2)",
                "请用 mingzhang key create 生成，或用 openssl pkcs8 -topk8 加密后再用",
                "make one with mingzhang key create, or encrypt it with openssl pkcs8 -topk8"},
    OutcomeInfo{107, "SEAL-107", "PassphraseWrong", Fault::Request, false, "口令打不开这个私钥文件", "the passphrase does not open this private key",
                "请核对口令，注意大小写和首尾空格", "check the passphrase"},
    OutcomeInfo{108, "SEAL-108", "PassphraseShort", Fault::Request, false, "口令太短", "the passphrase is too short",
                "请用八个以上字符", "use eight characters or more"},
    OutcomeInfo{109, "SEAL-109", "ReasonBad", Fault::Request, false, "没有写明事由，或事由太长", "there is no reason, or it is too long",
                "请用一句话写明事由，如会议纪要文号", "give the reason in one sentence, e.g. the minutes"},
    OutcomeInfo{110, "SEAL-110", "HoldsIdCard", Fault::Request, false, "文字中含身份证号", "the text holds an ID number",
                "请删去个人信息", "remove personal data"},
    OutcomeInfo{111, "SEAL-111", "PublicKeyBad", Fault::Request, false, "不是公钥文件（PEM，Ed25519 或 SM2）",
                "this is no public key (PEM, Ed25519 or SM2)", "请用 mingzhang key create 写出的 .pub 文件",
                "take the .pub file that mingzhang key create wrote"},
    OutcomeInfo{112, "SEAL-112", "ProofWrong", Fault::Broken, false, "证明不成立：记录或分录不在检查点所说的账里",
                "the proof fails: record or line is not in the checkpoint's history", "请勿相信这份收据，向审计部门反映",
                "do not trust this receipt; tell the auditor"},
    OutcomeInfo{113, "SEAL-113", "NotTrusted", Fault::Permission, false, "检查点上没有信任策略所要求的签名",
                "the checkpoint lacks the signatures that the policy asks for", "请向出具方索取经见证的检查点，或核对信任策略",
                "ask for a cosigned checkpoint, or check the policy"},
    OutcomeInfo{114, "SEAL-114", "FileNoteBad", Fault::Request, false, "不是对文件的签名", "this is no signature over a file",
                "请给出与文件一同收到的签名（.sig）", "give the signature that came with the file (.sig)"},
    OutcomeInfo{115, "SEAL-115", "FileDiffers", Fault::Broken, false, "签名签的不是这个文件，或不是为此事", "the signature is over another file, or for another purpose",
                "请勿使用该文件，请对方重新出具", "do not use the file; ask the other side for it again"},
    OutcomeInfo{301, "SEAL-301", "KeyOfAnother", Fault::Conflict, false, "密钥的名称不是本账套的：应为 单位/ledger/账套/sha256 或 …/sm3，各密钥单位相同",
                "the key's name is not this book's: BUREAU/ledger/BOOK/sha256 or …/sm3, one bureau for all keys",
                "请用 mingzhang key show 按本账套名称重新给出公钥", "let mingzhang key show give the key under the book's name"},
    OutcomeInfo{302, "SEAL-302", "KeyThere", Fault::Conflict, false, "这把密钥已经登记过", "this key has been added before",
                "停用的密钥不再启用，请换一把新的", "an ended key does not come back; make a new one"},
    OutcomeInfo{303, "SEAL-303", "KeyUnknown", Fault::NotFound, false, "本账套没有这把在用的密钥", "the book has no such key in force",
                "请用 mingzhang key list 查看", "see mingzhang key list"},
    OutcomeInfo{304, "SEAL-304", "KeyLast", Fault::Conflict, false, "这是该算法最后一把在用的密钥", "this is the last key of its suite in force",
                "请先登记新密钥，再停用旧密钥", "add the next key first"},
    OutcomeInfo{305, "SEAL-305", "KeyMissing", Fault::NotFound, false, "所给的密钥不是本账套在用的密钥", "the key given is none of the book's in force",
                "请先登记公钥（mingzhang key add），或换用正确的密钥文件", "add its public key first (mingzhang key add), or give the right file"},
    OutcomeInfo{306, "SEAL-306", "CheckpointThere", Fault::Conflict, false, "这个位置的检查点已经有了，而内容不同",
                "there is another checkpoint of this size", "两份同样大小而根不同的检查点就是篡改的证据，请保存并报告审计",
                "two checkpoints of one size with different roots are evidence of tampering: keep them and tell the auditor"},
    OutcomeInfo{307, "SEAL-307", "CheckpointUnknown", Fault::NotFound, false, "没有这个检查点", "there is no such checkpoint",
                "请用 mingzhang checkpoint list 查看", "see mingzhang checkpoint list"},
    OutcomeInfo{308, "SEAL-308", "HistoryShorter", Fault::Broken, false, "账比已公布的检查点短：公布过的记录不见了",
                "the log is shorter than what was published", "不得签名。请查清是否恢复了旧备份，保留现场并报告审计；确实无法找回的，由两人用 mingzhang checkpoint restore 登记后另起新密钥续账",
                "do not sign: find out whether an old backup was restored, keep everything, tell the auditor; what is lost for good is "
                "recorded by two people with mingzhang checkpoint restore, and new keys follow"},
    OutcomeInfo{309, "SEAL-309", "HistoryDiffers", Fault::Broken, false, "账与已公布的检查点不一致：公布过的记录被改过",
                "the log is not the one that was published", "不得签名。请保留现场并运行 mingzhang verify，报告审计",
                "do not sign: keep everything, run mingzhang verify, tell the auditor"},
    OutcomeInfo{310, "SEAL-310", "LeafDiffers", Fault::Broken, false, "记录的内容与其散列不符", "a record's bytes are not those that were hashed",
                "不得签名。请运行 mingzhang verify 找出记录，并从备份恢复", "do not sign: let mingzhang verify name the record, restore from a backup"},
    OutcomeInfo{311, "SEAL-311", "SignatureWrong", Fault::Conflict, false, "签名不对", "the signature is wrong",
                "请向签名方重新索取", "ask the signer again"},
    OutcomeInfo{312, "SEAL-312", "NotPublished", Fault::Conflict, false, "这张凭证在最近的检查点之后入账，还不能出收据",
                "the voucher was posted behind the latest checkpoint", "请先做检查点并送见证：mingzhang checkpoint make",
                "make a checkpoint and have it cosigned first"},
    OutcomeInfo{313, "SEAL-313", "NothingLost", Fault::Conflict, false, "账与给出的检查点一致，没有丢失，不需要恢复登记",
                "the log agrees with the checkpoints given: nothing was lost, no restore is recorded",
                "请用 --publish 给出公布检查点的目录；账若完好，直接做检查点即可",
                "give the folder of the published checkpoints with --publish; where the log is whole, just make a checkpoint"},
    OutcomeInfo{401, "SEAL-401", "WitnessRequestBad", Fault::Request, false, "不是送见证的文件", "this is no request to a witness",
                "请取 mingzhang checkpoint request 写出的原文件", "take the file as mingzhang checkpoint request wrote it"},
    OutcomeInfo{402, "SEAL-402", "WitnessLogUnknown", Fault::NotFound, false, "见证方没有登记这本账的公钥", "the witness was not given this log's key",
                "请当面取得公钥并核对，写进信任策略文件（log 一行）", "take the key by hand, compare it, and write it into the policy (a line log)"},
    OutcomeInfo{403, "SEAL-403", "WitnessSignatureBad", Fault::Conflict, false, "检查点上没有这本账的签名，或签名不对",
                "the checkpoint bears no right signature of its log", "请退回记账单位", "send it back"},
    OutcomeInfo{404, "SEAL-404", "WitnessOldSizeBad", Fault::Request, false, "送见证文件中的旧位置大于检查点", "the old size is greater than the checkpoint's",
                "请重新写出送见证文件", "write the request again"},
    OutcomeInfo{405, "SEAL-405", "WitnessSizeDiffers", Fault::Conflict, false, "见证方上次见到的位置与送见证文件所说的不同",
                "the witness has seen another size than the request says",
                "请用 --seen 给出见证方的位置重新写出；若记账单位已短于该位置，即为篡改或恢复了旧备份",
                "write the request again with --seen and the witness's size; a log that is shorter now was cut or restored"},
    OutcomeInfo{406, "SEAL-406", "WitnessProofBad", Fault::Broken, false, "检查点不是由见证方见过的那本账续成的：历史被改过",
                "the checkpoint did not grow out of what the witness has seen: history was changed",
                "不予见证。证据已保存，请报告审计", "nothing is cosigned; the evidence is kept, tell the auditor"},
    OutcomeInfo{407, "SEAL-407", "WitnessStateBad", Fault::Broken, false, "见证方的记忆文件损坏", "the witness's memory is damaged",
                "不得见证。请从见证方自己的备份恢复，不可删除重来", "do not cosign: restore it from the witness's own backup, never begin anew"},
    OutcomeInfo{408, "SEAL-408", "MirrorPackageBad", Fault::Broken, false, "审计包未通过核验，不予留存", "the package did not pass its verification and is not kept",
                "请用 mingzhang-verify 看全部结论，向出具方要经见证的完整包", "see all verdicts with mingzhang-verify, and ask for a whole cosigned package"},
    OutcomeInfo{409, "SEAL-409", "MirrorGap", Fault::Conflict, false, "与已留存的部分之间缺记录", "records between what is kept and the package are missing",
                "请要从所缺记录起的包，或全账的包", "ask for a package from the first missing record on, or of the whole book"},
    OutcomeInfo{410, "SEAL-410", "MirrorOfAnother", Fault::Conflict, false, "该文件夹留存的是另一本账", "the folder keeps another log",
                "每本账用一个文件夹", "use one folder for each log"},
};

}  // namespace

std::span<const OutcomeInfo> seal_outcomes() {
  return kSealOutcomes;
}

const OutcomeInfo& info_of(SealOutcome outcome) {
  return find_outcome(kSealOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::audit
