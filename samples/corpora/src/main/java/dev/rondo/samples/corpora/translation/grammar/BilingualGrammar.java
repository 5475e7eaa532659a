package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes everyday English sentences with their French translations, for ever.
 *
 * <p>Both languages come from the same typed clause, so that the translation is right by
 * construction: nouns carry gender, subjects person and number, verbs all their forms, and elision
 * and contraction are applied last. The same English sentence always has the same translation. The
 * words are resources, see {@code lexicon/}.
 *
 * <pre>{@code
 * BilingualGrammar grammar = new BilingualGrammar(1);
 * SentencePair pair = grammar.next();
 * }</pre>
 */
public final class BilingualGrammar {

  private static final int MIN_WORDS = 2;
  private static final int MAX_WORDS = 14;
  private static final int SHORT_FORMS_PERCENT = 50;

  private final Chance chance;
  private final List<Construction> constructions;
  private final int weight;

  /**
   * Creates a grammar.
   *
   * @param seed decides which sentences come; the same seed gives the same sentences everywhere
   * @throws IllegalStateException naming file and line, if the lexicon is malformed
   */
  public BilingualGrammar(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Speaker speaker = Speaker.of(Lexicon.load(), random);
    this.chance = speaker.chance();
    this.constructions =
        Stream.<Supplier<List<Construction>>>of(
                new Statements(speaker)::constructions,
                new Beings(speaker)::constructions,
                new Comparisons(speaker)::constructions,
                new Circumstances(speaker)::constructions,
                new Orders(speaker)::constructions,
                new Wishes(speaker)::constructions,
                new Pronouns(speaker)::constructions,
                new Questions(speaker)::constructions,
                new Compounds(speaker)::constructions,
                new Reasons(speaker)::constructions,
                new Relatives(speaker)::constructions)
            .flatMap(constructions -> constructions.get().stream())
            .toList();
    this.weight = constructions.stream().mapToInt(Construction::weight).sum();
  }

  /** The names of the constructions, as CONSTRUCTIONS.md lists them. */
  public List<String> constructions() {
    return constructions.stream().map(Construction::name).toList();
  }

  /**
   * Returns the next sentence of 2 to 14 English words, or a fixed one such as "Goodbye!";
   * sentences may come again.
   */
  public SentencePair next() {
    while (true) {
      Construction construction = draw();
      SentencePair pair = write(construction, construction.draw().get());
      int words = pair.english().split(" ", -1).length;
      boolean fitting = words >= MIN_WORDS && words <= MAX_WORDS;
      if (fitting || construction.name().equals("fixed")) {
        return pair;
      }
    }
  }

  private Construction draw() {
    int left = chance.below(weight);
    for (Construction construction : constructions) {
      left -= construction.weight();
      if (left < 0) {
        return construction;
      }
    }
    throw new AssertionError("the weights sum to " + weight);
  }

  private SentencePair write(Construction construction, Sentence sentence) {
    boolean shortForms = chance.percent(SHORT_FORMS_PERCENT);
    return new SentencePair(
        EnglishWriter.write(sentence.phrase().english(), sentence.mark(), shortForms),
        FrenchWriter.write(sentence.phrase().french(), sentence.mark()),
        construction.name());
  }
}
