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
    @Crf Tag topic, // error at 5: [RONDO-336] x
    @Crf List<Boolean> names, // error at 5: [RONDO-336] x
    @Crf float length, // error at 5: [RONDO-336] x
    @Crf @Loss(kind = LossKind.FOCAL) List<Tag> focal, // error at 23: [RONDO-337] x
    @Crf @Loss(balanced = true) List<Tag> balanced, // error at 27: [RONDO-337] x
    @Crf @Loss(weight = 2) List<Tag> tags) {}
