DATASETS: list = []
INDICATORS: list = []
