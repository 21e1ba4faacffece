package rank

import (
	"cmp"
	"math/big"
	"slices"
)

// ActingWeights returns, by criterion and in basis points that sum to 10 000,
// what each criterion contributes to the spread of the totals in this field:
// w_k cov(s_k, T) / var(T) over the entries' published scores, rounded by
// largest remainder, equal ones by weight and then by id. To be compared with
// the nominal weights: a criterion on which all score alike has the acting weight
// 0, one that runs against the order a negative one. It is nil when all
// totals are equal, and there is no spread to explain.
func (r Ranking) ActingWeights() []int {
	n := int64(len(r.Places))
	var totals, squares big.Int
	for _, p := range r.Places {
		addProduct(&squares, p.Total, p.Total)
		totals.Add(&totals, big.NewInt(int64(p.Total)))
	}
	variance := covariance(n, &squares, &totals, &totals) // times n squared
	if variance.Sign() <= 0 {
		return nil
	}
	out := make([]int, len(r.Table.Criteria))
	remainders := make([]*big.Int, len(out))
	left := FullWeight
	for k := range out {
		// The weight is in the contributions already.
		var sum, products big.Int
		for _, p := range r.Places {
			addProduct(&products, p.Contributions[k], p.Total)
			sum.Add(&sum, big.NewInt(int64(p.Contributions[k])))
		}
		share := covariance(n, &products, &sum, &totals)
		share.Mul(share, big.NewInt(FullWeight))
		// Euclidean division rounds down, below 0 too: remainders are
		// never negative and what is left over is never more than they are.
		quotient, remainder := share.DivMod(share, variance, new(big.Int))
		out[k], remainders[k] = int(quotient.Int64()), remainder
		left -= out[k]
	}
	order := make([]int, len(out))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(x, y int) int {
		return cmp.Or(remainders[y].Cmp(remainders[x]), r.before(x, y))
	})
	for _, k := range order[:left] {
		out[k]++
	}
	return out
}

func addProduct(sum *big.Int, a, b int) {
	sum.Add(sum, new(big.Int).Mul(big.NewInt(int64(a)), big.NewInt(int64(b))))
}

// covariance is n sum xy - sum x sum y: n squared times the covariance, and a
// whole number.
func covariance(n int64, products, x, y *big.Int) *big.Int {
	c := new(big.Int).Mul(big.NewInt(n), products)
	return c.Sub(c, new(big.Int).Mul(x, y))
}
