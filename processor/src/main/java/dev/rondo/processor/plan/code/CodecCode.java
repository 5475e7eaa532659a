package dev.rondo.processor.plan.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * A codec of the runtime: where generated code has it from.
 *
 * @param type its class
 * @param created a new codec, where none is learned
 * @param learned how it is learned from the training data; absent where it needs none
 * @param restored a function from what a model file keeps to the codec
 * @param composed whether a model file keeps it as several codecs, by dotted names
 * @param renewal what a training that goes on from a model has in place of that model's
 */
public record CodecCode(
    TypeName type,
    CodeBlock created,
    Optional<Learned> learned,
    CodeBlock restored,
    boolean composed,
    Renewal renewal) {
  /** Keeps a codec that is the same in a training that goes on. */
  public CodecCode(
      TypeName type,
      CodeBlock created,
      Optional<Learned> learned,
      CodeBlock restored,
      boolean composed) {
    this(type, created, learned, restored, composed, Renewal.NONE);
  }

  /**
   * How a codec is learned.
   *
   * @param type the class of the learner
   * @param learner a new learner
   * @param built the call that ends it
   */
  public record Learned(TypeName type, CodeBlock learner, CodeBlock built) {}

  /**
   * Returns the same, learned with a limit of steps.
   *
   * @param limit an expression
   */
  public CodecCode limited(CodeBlock limit) {
    return new CodecCode(
        type,
        created,
        learned.map(
            how ->
                new Learned(
                    how.type(),
                    CodeBlock.of("$L.limited($Z$L)", how.learner(), limit),
                    how.built())),
        restored,
        composed);
  }

  /** Returns a codec that needs no training data. */
  public static CodecCode of(TypeName type, CodeBlock created, CodeBlock restored) {
    return new CodecCode(type, created, Optional.empty(), restored, false);
  }

  /** What a training that goes on from a model has in place of the model's codec. */
  public enum Renewal {
    /** The same. */
    NONE,
    /** What {@code forTraining()} gives, of the same size. */
    RENEWED,
    /**
     * What {@code forTraining()} gives, which knows the constants that an enum has gained since.
     */
    GROWN
  }

  /** Returns the same of one that a training that goes on has anew. */
  public CodecCode renewing(Renewal how) {
    return new CodecCode(type, created, learned, restored, composed, how);
  }

  /** Returns a codec that is learned, and restored by its constant {@code RESTORER}. */
  public static CodecCode learned(ClassName type, CodeBlock learner, CodeBlock built) {
    return new CodecCode(
        type,
        CodeBlock.of(""),
        Optional.of(new Learned(type.nestedClass("Learner"), learner, built)),
        CodeBlock.of("$T.RESTORER", type),
        false);
  }
}
