package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import dev.rondo.Transcript;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.PredictorClass;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The predictor's method that transcribes a long sound in chunks: {@code transcribeLong} of a
 * method {@code transcribe}. Only of models that do nothing else.
 */
final class LongSoundMethod {
  private static final String CHUNKS = "chunks";
  private static final String CHUNK = "chunk";
  private static final String OVERLAP = "overlap";
  private static final String ROW = "row";
  private static final String SCORES = "scores";

  /** The wanted names of its parameters and variables. */
  static final List<String> NAMES = List.of(CHUNKS, CHUNK, OVERLAP);

  private final ModelParts parts;
  private final Heads heads;
  private final Names names;

  LongSoundMethod(ModelParts parts, Heads heads, Names names) {
    this.parts = parts;
    this.heads = heads;
    this.names = names;
  }

  /**
   * Returns the method; none where the model hears no sound, hears something besides, or does not
   * transcribe only.
   *
   * @param sound the field of the codec
   * @param row the method that makes a row
   */
  Optional<Member> of(String sound, String row) {
    return heads.listening().map(aligned -> method(heads.answers().get(0), aligned, sound, row));
  }

  private Member method(Answers answer, Answers.Aligned aligned, String sound, String row) {
    Parameter clip = heads.parameters(names::ofModel).get(0);
    String method = parts.signature().method();
    return Member.publicly(method + "Long")
        .doc(
            "Like {@link #$LScored}, of a sound of any length: it is read in chunks that"
                + " overlap.\n\n",
            method)
        .doc(
            "@param $N how much is read at once, about as much as examples are long\n",
            names.get(CHUNK))
        .doc(
            "@param $N how much two neighbours have in common, such as two words\n",
            names.get(OVERLAP))
        .fails(
            IllegalArgumentException.class,
            "if an argument is null, the sound cannot be read, or a time is out of range")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(ClassName.get(Transcript.class))
        .parameter(clip.type(), clip.name())
        .parameter(ClassName.get(Duration.class), names.get(CHUNK))
        .parameter(ClassName.get(Duration.class), names.get(OVERLAP))
        .statement(
            "$T $N =$W$L.chunks($N, $L, $N, $N)",
            RuntimeTypes.SOUND_CHUNKS,
            names.get(CHUNKS),
            sound,
            clip.name(),
            Code.number(aligned.every()),
            names.get(CHUNK),
            names.get(OVERLAP))
        .statement(
            "return $1N.transcript(\n$2N.joined(\n"
                + "$3N.stream($2N.clips(), this::$4L, ($5N, $6N) -> $6N[0]),\n$1N.size()),\n$7L)",
            names.ofModel(answer.name()),
            names.get(CHUNKS),
            names.get(PredictorClass.INFERENCE),
            row,
            names.get(ROW),
            names.get(SCORES),
            Code.number(aligned.unit()))
        .build();
  }
}
