package dev.rondo.samples.writer;

import java.nio.file.Path;
import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.train.*;

public final class WriterApp {
  public static void main(String[] a) {
    long[] t={0}; 
    WriterTrainer trainer = WriterTrainer.create().epochs(Integer.parseInt(a[1])).validateOnLast(0.1)
       .listener(new TrainingListener(){ double lastS; public void onBatch(BatchProgress p){ if (p.seconds()-lastS>5||p.seconds()<lastS) {lastS=p.seconds(); System.out.println(p.done()/p.seconds()+" "+p.meanLoss());}} public void onEpoch(EpochReport r){System.out.println(r);} })
       .observer(w -> System.out.println(w.write("ROMEO:", Sampling.atRandom().temperature(0.7).maximumLength(200).seed(1))));
    try (WriterPredictor p = trainer.fit(Path.of(a[0]))) {
      for (int i=0;i<5;i++){ long s=System.nanoTime(); String w=p.write("ROMEO:", Sampling.atRandom().seed(i).maximumLength(5000)); double sec=(System.nanoTime()-s)/1e9; System.out.println(w.length()/sec); }
      System.out.println(p.evaluate(java.util.List.of("ROMEO:\nBut soft, what light through yonder window breaks?")));
    }
  }
}
