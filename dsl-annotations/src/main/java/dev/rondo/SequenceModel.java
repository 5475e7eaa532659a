package dev.rondo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface with one abstract method a recurrent network.
 *
 * <p>The method's parameters are the inputs, its return type is the output. Layers run in the order
 * they are written: those on a parameter belong to that input, those on the interface are the trunk
 * that all inputs flow into, those on the method belong to the output.
 *
 * <pre>{@code
 * public enum Sentiment { NEGATIVE, POSITIVE }
 *
 * @SequenceModel
 * @Embedding(size = 64)
 * @LSTM(units = 128, direction = Direction.BIDIRECTIONAL)
 * @Dropout(0.5)
 * @Dense
 * public interface SentimentModel {
 *   Sentiment predict(String review);
 * }
 * }</pre>
 *
 * <p>The annotation processor checks the whole network and generates, next to {@code
 * SentimentModel} and with its visibility, {@code SentimentModelExample}, {@code
 * SentimentModelTrainer} and {@code SentimentModelPredictor}; the network itself is the
 * package-private {@code SentimentModelNetwork}. A nested interface {@code Outer.Inner} gives
 * {@code Outer_InnerTrainer} and so on.
 *
 * <p>Retention is {@code CLASS}, as for every annotation of this language: javac keeps the source
 * order of different annotations only when all have the same retention, and the order is the
 * network.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface SequenceModel {
  /**
   * What model files call the model, where that is not the interface's name: letters, digits,
   * spaces, {@code _}, {@code -} and {@code .}, at most 100 of them.
   *
   * <p>A file is loaded only into the model whose name it has. With a name of its own, which never
   * changes, the interface can be renamed, and files that were saved before are still loaded:
   *
   * <pre>{@code
   * @SequenceModel(name = "ticket-router")
   * ...
   * public interface SupportRouting {
   *   Queue route(@StoredAs("ticket") String message);
   * }
   * }</pre>
   *
   * @return the name; empty for the simple name of the interface
   * @see dev.rondo.data.StoredAs
   */
  String name() default "";
}
