package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;
import java.util.List;

@SequenceModel
@Embedding(size = 4)
@LSTM(units = 4)
interface CrfUnsuited {
  Verdict read(List<String> words);
}

enum Tag { NOUN, VERB }

record Verdict(
    @Crf Tag topic, // error at 14: [RONDO-336] @Crf on "topic" of "Verdict" learns which class follows which, step by step, but it is Tag. Write List<Tag> for a class at each step, or remove @Crf.
    @Crf List<Boolean> names, // error at 24: [RONDO-336] @Crf on "names" of "Verdict" learns which class follows which, step by step, but it is List<Boolean>. Write an enum of two constants in place of Boolean, or remove @Crf.
    @Crf float length, // error at 16: [RONDO-336] @Crf on "length" of "Verdict" learns which class follows which, step by step, but it is float. Answer with a List of an enum, or remove @Crf.
    @Crf @Loss(kind = LossKind.FOCAL) List<Tag> focal, // error at 49: [RONDO-337] @Loss on "focal" of "Verdict" has kind = FOCAL, which weighs the answer of each step, but @Crf learns all steps of a sequence by one probability. Remove kind, or @Crf.
    @Crf @Loss(balanced = true) List<Tag> balanced, // error at 43: [RONDO-337] @Loss on "balanced" of "Verdict" has balanced = true, which weighs the answer of each step, but @Crf learns all steps of a sequence by one probability. Remove balanced, or @Crf.
    @Crf @Loss(weight = 2) List<Tag> tags) {}
