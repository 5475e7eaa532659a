package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Missing;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@SequenceModel
@Dense
interface SpreadAnnotated {
  Mood predict(@LSTM(units = 4) @Missing Customer customer); // error at 16: [RONDO-222] @LSTM on "customer" has no effect, because its components are the inputs, each with annotations of its own. Move it to one of them.
//& error at 33: [RONDO-321] @Missing on "customer" has no effect, because its components are the inputs, each with annotations of its own. Move it to one of them.
}

record Customer(
    @GRU(units = 4) List<Click> clicks,
    @Vector(2) float[] place,
    @Dense Profile profile, // error at 20: [RONDO-212] @Dense on "profile" has no units, but it is not the output, whose size the type knows. Write units, such as @Dense(units = 64).
    float expected, // error at 11: [RONDO-308] An input cannot be called "expected": that is what examples call the output. Rename the component.
    String text) {} // error at 12: [RONDO-205] The tokens of "text" must be looked up before the inputs are joined. Write @Embedding(size = 64) on "text".

record Profile(float age, List<Instant> visits, @Elapsed LocalDate joined) {} // error at 41: [RONDO-329] "visits" of "profile" is of type List<Instant>, a sequence, but "profile" is read as one vector. Move it out of that record, next to "profile".
//& error at 68: [RONDO-321] @Elapsed on "joined" of "profile" has no effect, because "profile" is one vector, without a step before. Remove it.

record Click(@Elapsed Instant at) {}

enum Mood { GOOD, BAD }
