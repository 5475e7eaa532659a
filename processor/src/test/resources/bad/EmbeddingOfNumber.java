package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface EmbeddingOfNumber {
  boolean predict(List<Payment> payments);
}

record Payment(
    @Embedding(size = 8) int merchant, // error at 30: [RONDO-221] @Embedding on "merchant" of "payments" looks up what an int names, but an int is a size. If its numbers are ids, write @Category before it, else remove it.
    @Embedding(size = 8) float amount, // error at 32: [RONDO-221] @Embedding on "amount" of "payments" looks up what a float names, but a float is a size. Remove it; if its numbers are ids, make it @Category long.
    @Embedding(size = 8) boolean abroad, // error at 34: [RONDO-206] @Embedding on "abroad" of "payments" looks symbols up, but a boolean holds none. Remove it.
    @Embedding DayOfWeek day, // error at 26: [RONDO-201] @Embedding on "day" of "payments" does not say its size. Write it, such as @Embedding(size = 64).
    @Category @Embedding(size = 0, tied = true) long card) {} // error at 54: [RONDO-202] @Embedding on "card" of "payments" has size = 0, but a size must be between 1 and 1,000,000. Change 0.
//& error at 54: [RONDO-706] @Embedding on "card" of "payments" has tied = true, but only the output layers of @LanguageModel and @EncoderDecoder score the tokens that are embedded. Remove tied.
