package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Image;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.awt.image.BufferedImage;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface PicturesTooSmall {
  Mood mood(
      @Image(width = 8, height = 6)
      @Convolution(filters = 2, kernel = 7) // error at 42: [RONDO-233] @Convolution on "kernel" has kernel = 7, but the pictures that it gets have 8 × 6 pixels. Write kernel = 6 or less, or read larger pictures.
//|      kernel                                           (batch, time, 3 × 6 × 8)
//|    > @Convolution(filters = 2, kernel = 7)            needs larger pictures
//|      stride                                           (batch, time, 3 × 4 × 4)
//|      @Convolution(filters = 2, stride = 5)
//|      pool                                             (batch, time, 3 × 8 × 8)
//|      @Convolution(filters = 2, stride = 4, pool = 3)
//|      large                                            (batch, time, 3 × 500 × 500)
//|      @Convolution(filters = 5)
//|      join of kernel, stride, pool, large
//|      @GRU(units = 4)
//|      @Dense
      List<BufferedImage> kernel,
      @Image(width = 4, height = 4)
      @Convolution(filters = 2, stride = 5) // error at 42: [RONDO-233] @Convolution on "stride" has stride = 5, but the pictures that it gets have 4 × 4 pixels. Write stride = 4 or less, or read larger pictures.
//|      kernel                                           (batch, time, 3 × 6 × 8)
//|      @Convolution(filters = 2, kernel = 7)
//|      stride                                           (batch, time, 3 × 4 × 4)
//|    > @Convolution(filters = 2, stride = 5)            needs larger pictures
//|      pool                                             (batch, time, 3 × 8 × 8)
//|      @Convolution(filters = 2, stride = 4, pool = 3)
//|      large                                            (batch, time, 3 × 500 × 500)
//|      @Convolution(filters = 5)
//|      join of kernel, stride, pool, large
//|      @GRU(units = 4)
//|      @Dense
      List<BufferedImage> stride,
      @Image(width = 8, height = 8)
      @Convolution(filters = 2, stride = 4, pool = 3) // error at 52: [RONDO-233] @Convolution on "pool" has pool = 3, but the pictures that it gets have 2 × 2 pixels behind its stride. Write pool = 2 or less, or read larger pictures.
//|      kernel                                           (batch, time, 3 × 6 × 8)
//|      @Convolution(filters = 2, kernel = 7)
//|      stride                                           (batch, time, 3 × 4 × 4)
//|      @Convolution(filters = 2, stride = 5)
//|      pool                                             (batch, time, 3 × 8 × 8)
//|    > @Convolution(filters = 2, stride = 4, pool = 3)  needs larger pictures
//|      large                                            (batch, time, 3 × 500 × 500)
//|      @Convolution(filters = 5)
//|      join of kernel, stride, pool, large
//|      @GRU(units = 4)
//|      @Dense
      List<BufferedImage> pool,
      @Image(width = 500, height = 500)
      @Convolution(filters = 5) // error at 7: [RONDO-234] @Convolution on "large" gives more than 1,000,000 features a picture. Write fewer filters, or a stride or pool.
//|      kernel                                           (batch, time, 3 × 6 × 8)
//|      @Convolution(filters = 2, kernel = 7)
//|      stride                                           (batch, time, 3 × 4 × 4)
//|      @Convolution(filters = 2, stride = 5)
//|      pool                                             (batch, time, 3 × 8 × 8)
//|      @Convolution(filters = 2, stride = 4, pool = 3)
//|      large                                            (batch, time, 3 × 500 × 500)
//|    > @Convolution(filters = 5)                        needs at most 1,000,000 features in all
//|      join of kernel, stride, pool, large
//|      @GRU(units = 4)
//|      @Dense
      List<BufferedImage> large);
}

enum Mood { GOOD, BAD }
