package dev.rondo.samples.corpora.reviews;

import dev.rondo.samples.corpora.reviews.Phrase.Slot;
import dev.rondo.samples.corpora.reviews.Section.Entry;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Follows all slots of a lexicon, from that of the whole review on, so that a misspelt name is
 * reported when the lexicon is loaded and not when one review in a thousand needs it.
 */
final class LexiconCheck {

  /**
   * A section that can be reached.
   *
   * @param section the section
   * @param sentiment the sentiment that it is reached with
   */
  private record Place(Section section, Verdict sentiment) {}

  private final Lexicon lexicon;
  private final Set<String> usedLines = new HashSet<>();

  private LexiconCheck(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Checks a lexicon.
   *
   * @throws IllegalStateException naming file and line, if a slot names a section that does not
   *     exist, or a section is used by no slot
   */
  static void check(Lexicon lexicon) {
    LexiconCheck check = new LexiconCheck(lexicon);
    for (String domain : lexicon.domainNames()) {
      check.followSlots(domain);
    }
    for (Section section : lexicon.sections()) {
      for (Entry entry : section.entries()) {
        if (!check.usedLines.contains(entry.where())) {
          throw new IllegalStateException(
              entry.where() + ": no slot uses [" + section.name() + "]");
        }
      }
    }
  }

  private void followSlots(String domain) {
    Set<Section> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Place> open = new ArrayDeque<>();
    for (Verdict sentiment : Verdict.values()) {
      open.add(find(Expander.REVIEW, domain, sentiment, "index.txt"));
    }
    while (!open.isEmpty()) {
      Place place = open.remove();
      if (seen.add(place.section())) {
        for (Entry entry : place.section().entries()) {
          usedLines.add(entry.where());
          for (Slot slot : entry.phrase().slots()) {
            open.add(find(slot, domain, slot.sentiment(place.sentiment()), entry.where()));
          }
        }
      }
    }
  }

  private Place find(Slot slot, String domain, Verdict sentiment, String where) {
    return lexicon
        .find(slot, domain, sentiment)
        .map(section -> new Place(section, sentiment))
        .orElseThrow(() -> missing(slot, domain, sentiment, where));
  }

  private static IllegalStateException missing(
      Slot slot, String domain, Verdict sentiment, String where) {
    String sign = sentiment == Verdict.POSITIVE ? "+" : "-";
    return new IllegalStateException(
        String.format(
            "%s: there is no section [%s] or [%s %s] in %s",
            where,
            slot.section(),
            slot.section(),
            sign,
            slot.ofDomain() ? "domains/" + domain + ".txt" : "the files of index.txt"));
  }
}
