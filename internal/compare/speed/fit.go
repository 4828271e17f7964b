package main

import "math"

// A point is a measurement y at size x, both above zero.
type point struct{ x, y float64 }

// exponent is the e of y = c·x^e that fits the points best: the slope of the
// least-squares line through their logarithms. It is NaN for fewer than two
// sizes.
func exponent(points []point) float64 {
	var n, sx, sy, sxx, sxy float64
	for _, p := range points {
		x, y := math.Log(p.x), math.Log(p.y)
		n, sx, sy, sxx, sxy = n+1, sx+x, sy+y, sxx+x*x, sxy+x*y
	}
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}
