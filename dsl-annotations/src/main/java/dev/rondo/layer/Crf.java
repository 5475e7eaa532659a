package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Decides the tags of a sequence together: a linear-chain conditional random field behind the
 * output's {@code @Dense} learns how well each tag follows each (Lample et al. 2016, <a
 * href="https://arxiv.org/abs/1603.01360">arXiv:1603.01360</a>). For outputs of one class for each
 * step.
 *
 * <pre>{@code
 * enum Tag { O, B_PER, I_PER, B_LOC, I_LOC }
 *
 * @SequenceModel
 * @Embedding(size = 100)
 * @LSTM(units = 100, direction = Direction.BIDIRECTIONAL)
 * @Dense
 * interface NameTagger {
 *   @Crf List<Tag> tag(List<String> words);
 * }
 * }</pre>
 *
 * <p>It is trained by the probability of the whole tagging. The answer is the most probable one; in
 * a {@code Prediction} each probability is that of a tag at its step over all taggings, so that the
 * tag that is named need not be the most probable one of its step alone.
 *
 * <p>Where the names of the tags form a BIO or BIOES scheme ({@code B_PER}, {@code I_PER}, {@code
 * O}; {@code E_PER} and {@code S_PER}), no answer breaks it, whatever was learned, and tags of
 * training data that break it are an error. There is no session: the end of a sequence decides on
 * its start.
 */
@Documented
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Crf {}
