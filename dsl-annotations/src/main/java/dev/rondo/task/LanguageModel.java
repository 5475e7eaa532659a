package dev.rondo.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a model continue texts: it learns to foretell each token (word, character or subword) from
 * those before it, and writes by foretelling one token after the other (Mikolov et al. 2010,
 * "Recurrent neural network based language model").
 *
 * <p>The method takes and returns a {@code String}: the opening of a text, and what follows. The
 * layers keep all steps and read forward only; the last one is a {@code @Dense}, sized by the
 * vocabulary.
 *
 * <pre>{@code
 * @SequenceModel
 * @Embedding(size = 64)
 * @LSTM(units = {256, 256})
 * @Dense
 * @Training(truncateAfter = 100)
 * public interface Poet {
 *   @LanguageModel
 *   String write(@Text(tokens = Tokens.CHARACTERS, lowercase = false) String opening);
 * }
 * }</pre>
 *
 * <p>Such a model has no examples. {@code PoetTrainer.fit(Path...)} learns from plain text; {@code
 * PoetPredictor} also writes with settings, as a stream, and measures its perplexity.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface LanguageModel {}
