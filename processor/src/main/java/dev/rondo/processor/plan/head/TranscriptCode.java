package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.Transcript;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.plan.input.TextCode;
import dev.rondo.processor.plan.input.Vocabularies;
import java.util.List;
import java.util.Optional;

/** The code for a text that is read off the steps: scores of tokens and a blank at each. */
public record TranscriptCode(Head.Transcript head) implements AnswerCode {
  @Override
  public TypeName type() {
    return ClassName.get(String.class);
  }

  @Override
  public String signature() {
    return new TextCode(head.codec()).signature();
  }

  @Override
  public String scores() {
    return "the score of the blank and of each token";
  }

  @Override
  public String link() {
    return "softmax";
  }

  @Override
  public List<Size> sizes(String output) {
    return List.of(Vocabularies.size(output, head.vocabulary()));
  }

  @Override
  public List<Setting> settings() {
    return Vocabularies.settings(head.vocabulary(), head.codec());
  }

  @Override
  public CodecCode codec(String stored) {
    CodeBlock beam = Code.number(head.beam());
    return new CodecCode(
        RuntimeTypes.TRANSCRIPT_CODEC,
        CodeBlock.of(""),
        Optional.of(
            new CodecCode.Learned(
                RuntimeTypes.TRANSCRIPT_CODEC.nestedClass("Learner"),
                CodeBlock.of(
                    "$T.learner($L, $S, $L, $L)",
                    RuntimeTypes.TRANSCRIPT_CODEC,
                    Code.constant(head.codec().tokens()),
                    head.codec().language(),
                    head.codec().lowercase(),
                    beam),
                Vocabularies.built(head.vocabulary()))),
        CodeBlock.of("$1N -> $2T.restore($1N, $3L)", stored, RuntimeTypes.TRANSCRIPT_CODEC, beam),
        false);
  }

  @Override
  public TypeName decoded() {
    return type();
  }

  @Override
  public CodeBlock answer(String codec, CodeBlock scores) {
    return CodeBlock.of("$N.answer($L)", codec, scores);
  }

  @Override
  public CodeBlock encoded(CodeBlock value) {
    return value;
  }

  @Override
  public Optional<TypeName> scoredType() {
    return Optional.of(ClassName.get(Transcript.class));
  }

  @Override
  public CodeBlock scored(String codec, CodeBlock scores) {
    return CodeBlock.of("$N.transcript($L, 1)", codec, scores);
  }

  @Override
  public CodeBlock lossOf(
      LossSpec loss, CodeBlock scores, CodeBlock targets, Optional<String> weights) {
    throw new IllegalStateException("the loss of a transcript needs the steps of the input");
  }

  @Override
  public ClassName metrics() {
    return RuntimeTypes.TRANSCRIPT_METRICS;
  }

  @Override
  public TypeName metricsType() {
    return RuntimeTypes.TRANSCRIPT_METRICS;
  }

  @Override
  public ClassName evaluation() {
    return RuntimeTypes.TRANSCRIPT_EVALUATION;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        Figure.error("characterErrorRate", "character error rate"),
        Figure.error("wordErrorRate", "word error rate"),
        Figure.share("exact", "exact"));
  }
}
