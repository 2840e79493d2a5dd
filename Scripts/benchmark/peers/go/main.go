// go PORT TARGET FILE: serves one file's bytes, held in memory, at one target.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) != 4 {
		os.Exit(64)
	}
	body, err := os.ReadFile(os.Args[3])
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc(os.Args[2], func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("Content-Type", "application/json")
		writer.Write(body)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], nil))
}
