package table

import (
	"reflect"
	"strings"
	"testing"

	"shortlist/internal/guide"
	"shortlist/internal/rank"
)

// reached lists the types that a type leads to, each with the way there.
func reached(of reflect.Type, at string, into map[reflect.Type]string) {
	if into[of] != "" {
		return
	}
	into[of] = at
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		if of.Kind() == reflect.Map {
			reached(of.Key(), at, into)
		}
		reached(of.Elem(), at, into)
	case reflect.Struct:
		for i := range of.NumField() {
			reached(of.Field(i).Type, at+"."+of.Field(i).Name, into)
		}
	}
}

// TestMoneyIsOutOfReach: from a guide no way leads to a commercial tie, and from what
// is ranked none leads to a guide, so that neither money nor what has become of a
// provider, nor a verdict, can weigh anything: they decide at most which entries a
// table is given.
func TestMoneyIsOutOfReach(t *testing.T) {
	fromGuide, fromTable := map[reflect.Type]string{}, map[reflect.Type]string{}
	reached(reflect.TypeFor[guide.Guide](), "Guide", fromGuide)
	reached(reflect.TypeFor[rank.Table](), "Table", fromTable)
	for _, money := range []reflect.Type{reflect.TypeFor[guide.Relationship](), reflect.TypeFor[guide.TieKind](), reflect.TypeFor[guide.Library]()} {
		if way := fromGuide[money]; way != "" {
			t.Errorf("a guide leads to %s: %s", money, way)
		}
	}
	for of, way := range fromTable {
		if strings.HasSuffix(of.PkgPath(), "/guide") {
			t.Errorf("a table leads to %s: %s", of, way)
		}
	}
	if len(fromGuide) < 20 || len(fromTable) < 5 {
		t.Errorf("%d and %d types", len(fromGuide), len(fromTable))
	}
}

// TestVerdictsOnlyChoose: what has become of providers changes no figure of a table.
func TestVerdictsOnlyChoose(t *testing.T) {
	g, same := custody(), custody()
	for _, e := range g.Entries {
		e.Provider.Status = guide.Status{Kind: guide.Closed, Date: guide.Date{Year: 2025, Month: 8}}
		e.Verdict = guide.Verdict{Kind: guide.NotRecommended}
	}
	if !reflect.DeepEqual(Published(g), Published(same)) {
		t.Error("a status or a verdict weighs something")
	}
}
