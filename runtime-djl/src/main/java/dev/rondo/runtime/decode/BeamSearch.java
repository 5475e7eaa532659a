package dev.rondo.runtime.decode;

import dev.rondo.runtime.kernel.Foretold;
import java.util.ArrayList;
import java.util.List;

/** Searches for the translations of several sources side by side, position by position. */
final class BeamSearch {
  private BeamSearch() {}

  /**
   * Searches. Sources whose search has ended are no longer computed.
   *
   * @param most for each source the most tokens of a translation
   * @return for each source what was found, the best first; at least one
   */
  static List<List<Beam.Complete>> run(Decoder decoder, Beam.Settings settings, int[] most) {
    List<Beam> beams = new ArrayList<>();
    for (int source = 0; source < most.length; source++) {
      beams.add(new Beam(settings, source, most[source]));
    }
    List<Beam> going = beams;
    while (!going.isEmpty()) {
      extend(decoder, going);
      going = going.stream().filter(beam -> !beam.live().isEmpty()).toList();
    }
    return beams.stream().map(Beam::best).toList();
  }

  private static void extend(Decoder decoder, List<Beam> beams) {
    List<Partial> rows = new ArrayList<>();
    int width = 1;
    for (Beam beam : beams) {
      rows.addAll(beam.live());
      width = Math.max(width, beam.width());
    }
    int[] parents = rows.stream().mapToInt(Partial::row).toArray();
    int[] tokens = rows.stream().mapToInt(Partial::token).toArray();
    Foretold candidates = decoder.next(parents, tokens, width);
    int first = 0;
    for (Beam beam : beams) {
      int hypotheses = beam.live().size();
      beam.extend(candidates, first);
      first += hypotheses;
    }
  }
}
