package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What model files call an input, where that is not its name in the source: so a parameter can be
 * renamed, and files that were saved before are still loaded.
 *
 * <pre>{@code
 * // saved when the parameter was called "ticket"
 * Queue route(@StoredAs("ticket") String message);
 * }</pre>
 *
 * <p>It stands on a parameter, or on a component of the only parameter where its components are the
 * inputs. Everything else, examples, columns of files and messages, has the name in the source.
 *
 * @see dev.rondo.SequenceModel#name()
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface StoredAs {
  /** The name: one that Java would allow, and not that of another input or output. */
  String value();
}
